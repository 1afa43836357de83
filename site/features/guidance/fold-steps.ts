import { openOnPrint } from './open-on-print.ts'

/** A step whose text can be folded away. */
interface Fold {
  readonly id: string
  isOpen(): boolean
  set(open: boolean): void
}

/**
 * Folds the steps of a pathway, after GOV.UK’s step-by-step pattern: each heading becomes a button that says its number
 * and title, one button shows or hides all, and what was open stays open when a person comes back. Without this script
 * everything is shown. Folded text is found by the browser’s own search, and opened when the page is printed.
 */
export function foldSteps(page: Document, view: Window, remembered: OpenSteps): void {
  const list = page.querySelector('[data-steps]')
  if (list === null) return
  const folds: Fold[] = []
  const all = page.createElement('button')
  const changed = () => {
    remembered.keep(folds.filter((fold) => fold.isOpen()).map(({ id }) => id))
    all.textContent = folds.every((fold) => fold.isOpen()) ? 'Hide all steps' : 'Show all steps'
  }
  for (const step of list.querySelectorAll<HTMLElement>('[data-step]')) {
    const fold = makeFold(page, step, changed)
    if (fold !== undefined) folds.push(fold)
  }
  if (folds.length < 3) return
  const before = new Set(remembered.read())
  for (const fold of folds) fold.set(before.has(fold.id))
  all.type = 'button'
  all.className = 'steps-all link-button'
  all.addEventListener('click', () => {
    const open = !folds.every((fold) => fold.isOpen())
    for (const fold of folds) fold.set(open)
    changed()
  })
  list.before(all)
  changed()
  const openTarget = () => folds.find(({ id }) => `#${id}` === view.location.hash)?.set(true)
  view.addEventListener('hashchange', () => {
    openTarget()
    changed()
  })
  openTarget()
  openOnPrint(view, folds)
}

/** Remembers which steps of a page are open. */
export interface OpenSteps {
  read(): readonly string[]
  keep(ids: readonly string[]): void
}

function makeFold(page: Document, step: HTMLElement, changed: () => void): Fold | undefined {
  const title = step.querySelector('[data-step-title]')
  const panel = step.querySelector<HTMLElement>('[data-step-panel]')
  const id = step.closest('[id]')?.id
  if (title === null || panel === null || id === undefined) return undefined
  panel.id = `${id}-panel`
  const button = page.createElement('button')
  button.type = 'button'
  button.className = 'step__button'
  button.setAttribute('aria-controls', panel.id)
  button.append(...title.childNodes)
  title.append(button)
  const isOpen = () => button.getAttribute('aria-expanded') === 'true'
  const set = (open: boolean) => {
    button.setAttribute('aria-expanded', String(open))
    if (open) panel.removeAttribute('hidden')
    else panel.setAttribute('hidden', 'until-found')
  }
  set(true)
  button.addEventListener('click', () => {
    set(!isOpen())
    changed()
  })
  panel.addEventListener('beforematch', () => {
    set(true)
    changed()
  })
  return { id, isOpen, set }
}
