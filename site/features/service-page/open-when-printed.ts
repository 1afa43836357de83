/** Opens what is folded while a page is printed, and folds it again after. */
export function openWhenPrinted(page: Document, view: EventTarget): void {
  let opened: HTMLDetailsElement[] = []
  view.addEventListener('beforeprint', () => {
    opened = [...page.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
    for (const each of opened) each.open = true
  })
  view.addEventListener('afterprint', () => {
    for (const each of opened) each.open = false
    opened = []
  })
}
