import { phrases } from './phrases.ts'

/**
 * Loads the page anew when the address changes from the form of one record to that of another, as with a bookmark: Decap would
 * go on showing the first record under the name of the second, and would not put the address back when the person rather stays.
 * To be called before Decap starts: who listens on a window first hears first.
 */
export function keepFormsApart(): void {
  let isAsked = false
  window.addEventListener('beforeunload', (event) => isAsked && event.stopImmediatePropagation(), first)
  const hear = onOtherForm({
    hasUnsaved: asksBeforeUnload,
    mayLeave: () => window.confirm(phrases.editor.editor.onLeavePage),
    putBack: (address) => window.history.replaceState(null, '', address),
    loadAnew() {
      isAsked = true
      window.location.reload()
    },
  })
  window.addEventListener('hashchange', hear, first)
}

const first = { capture: true }

/**
 * What happens when the address changes. From form to form nobody else hears of it: what is not saved is asked about here, and
 * whoever stays finds the form and the address as they were.
 */
export function onOtherForm({ hasUnsaved, mayLeave, putBack, loadAnew }: OtherFormParts) {
  return (event: Pick<HashChangeEvent, 'oldURL' | 'newURL' | 'stopImmediatePropagation'>): void => {
    const left = formIn(event.oldURL)
    const wanted = formIn(event.newURL)
    if (left === undefined || wanted === undefined || left === wanted) return
    event.stopImmediatePropagation()
    if (hasUnsaved() && !mayLeave()) putBack(event.oldURL)
    else loadAnew()
  }
}

/** Whether the browser would ask before it closes the page: Decap makes it ask while something is not saved. */
function asksBeforeUnload(): boolean {
  const leaving = document.createEvent('BeforeUnloadEvent')
  leaving.initEvent('beforeunload', false, true)
  window.dispatchEvent(leaving)
  return leaving.returnValue !== '' || leaving.defaultPrevented
}

/** Of which record an address shows the form. */
export function formIn(address: string): string | undefined {
  return /#\/collections\/([^/?]+\/entries\/[^?]+)/.exec(address)?.[1]
}

interface OtherFormParts {
  /** Something in the form is not saved. */
  readonly hasUnsaved: () => boolean
  /** Asks whether it may be lost. */
  readonly mayLeave: () => boolean
  readonly putBack: (address: string) => void
  readonly loadAnew: () => void
}
