/** Something folded that opens for the printer. */
interface Folded {
  isOpen(): boolean
  set(open: boolean): void
}

/** Opens what is folded while a page is printed, and folds it again after. */
export function openOnPrint(view: EventTarget, folds: readonly Folded[]): void {
  let opened: Folded[] = []
  view.addEventListener('beforeprint', () => {
    opened = folds.filter((fold) => !fold.isOpen())
    for (const fold of opened) fold.set(true)
  })
  view.addEventListener('afterprint', () => {
    for (const fold of opened) fold.set(false)
    opened = []
  })
}
