/**
 * Shows what the writer of a text should know after a save: what somebody else changed meanwhile, how hard the text is to
 * read, which section is too short.
 */
export interface AdviceNotice {
  /** Shows these sentences in the place of those before; none takes the notice away. */
  show(advice: readonly string[], meanwhile: string | null): void
  /** Says why something was not done, and leads to the page where the person chooses. */
  askToChoose(why: string, address: string): void
  /** Says why something was not done, in the way of everything else, and then loads the page as it is now where asked. */
  stop(why: string, then: { readonly loadsAgain: boolean }): void
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

  function put(...children: readonly HTMLElement[]): void {
    // Before the words change, so that a screen reader hears them.
    document.body.append(notice)
    words.replaceChildren(...children)
  }

  return {
    show(advice, meanwhile) {
      if (advice.length === 0 && meanwhile === null) return notice.remove()
      const first = meanwhile === null ? [] : [paragraph(`Saved. ${meanwhile}`)]
      const help = meanwhile === null ? 'Saved. This may help readers:' : 'This may help readers:'
      put(...first, ...(advice.length > 0 ? [help, ...advice].map(paragraph) : []))
    },
    askToChoose(why, address) {
      const link = document.createElement('a')
      link.href = address
      link.target = '_blank'
      link.textContent = 'Go to the choice (opens in a new tab)'
      const way = document.createElement('p')
      way.append(link)
      put(paragraph(why), way, paragraph('When you have chosen, load this page again.'))
    },
    stop(why, { loadsAgain }) {
      window.alert(why)
      if (loadsAgain) window.location.reload()
    },
  }
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}
