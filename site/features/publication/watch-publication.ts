import { askEveryMs, askProgress, isOver, type PublicationReply } from './ask-progress.ts'

/**
 * Keeps the progress of a publication up to date on a page that the server wrote. Nothing takes the focus, and only what is
 * new is read out: that it is there, or that it failed. Without scripts, a link on the page does the same.
 */
export function watchPublication(document: Document): void {
  const block = document.querySelector<HTMLElement>('[data-publication]')
  const again = block?.querySelector<HTMLElement>('[data-publication-again]')
  const commit = block?.dataset['publication']
  if (!block || !again || commit === undefined) return
  again.hidden = true

  async function look(): Promise<void> {
    // What cannot be asked now is asked again.
    const reply = await askProgress(commit ?? '').catch(() => undefined)
    if (reply && block) show(block, reply)
    if (!reply || !isOver(reply)) setTimeout(look, askEveryMs)
  }
  void look()
}

function show(block: HTMLElement, { words, steps }: PublicationReply): void {
  const said = block.querySelector('[data-publication-words]')
  if (said && said.textContent !== words) said.textContent = words
  const list = block.querySelector('[data-publication-steps]')
  list?.replaceChildren(
    ...steps.map((step) => {
      const item = block.ownerDocument.createElement('li')
      item.textContent = step.is === 'done' ? `${step.words} ✓` : step.words
      item.dataset['is'] = step.is
      if (step.is === 'now') item.setAttribute('aria-current', 'step')
      return item
    }),
  )
}
