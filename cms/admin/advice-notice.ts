/** Shows what the writer of a text should know after a save: how hard it is to read, which section is too short. */
export interface AdviceNotice {
  /** Shows these sentences in the place of those before; none takes the notice away. */
  show(advice: readonly string[]): void
}

/** Makes the notice. It stays until it is closed or until the next save has nothing to say. */
export function createAdviceNotice(): AdviceNotice {
  const notice = document.createElement('section')
  notice.className = 'advice'
  notice.setAttribute('aria-label', 'Advice on the text')
  const words = document.createElement('div')
  words.setAttribute('role', 'status')
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = 'Close'
  close.addEventListener('click', () => notice.remove())
  notice.append(words, close)

  return {
    show(advice) {
      if (advice.length === 0) return notice.remove()
      // Before the words change, so that a screen reader hears them.
      document.body.append(notice)
      words.replaceChildren(paragraph('Saved. This may help readers:'), ...advice.map(paragraph))
    },
  }
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}
