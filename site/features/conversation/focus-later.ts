/**
 * Notes where the focus is, for a step that takes its time. What it gives moves the focus once the step is done, unless the
 * person has gone elsewhere meanwhile: what they type there must not land in another field.
 */
export function rememberFocus(page: FocusPage = document): GoOn {
  const before = page.activeElement
  // Nobody goes with the Tab key to what only the page itself gives the focus to, such as a heading.
  const hasGoneElsewhere = () =>
    page.activeElement !== before && page.activeElement !== page.body && isReachable(page.activeElement)
  return (find) => moveFocus(() => (hasGoneElsewhere() ? null : find()))
}

/** Moves the focus now, or with the next frame where what has just changed is drawn only then. */
export function moveFocus(find: Find): void {
  const target = find()
  if (target) target.focus()
  else requestAnimationFrame(() => find()?.focus())
}

function isReachable(element: object | null): boolean {
  return element !== null && 'tabIndex' in element && Number(element.tabIndex) >= 0
}

/** Moves the focus to what it finds, unless the person has gone elsewhere. */
export type GoOn = (find: Find) => void

type Find = () => { focus(): void } | null | undefined

/** Where the focus is, as a document says it. */
interface FocusPage {
  readonly activeElement: object | null
  readonly body: object | null
}
