import { foldSteps } from './fold-steps.ts'

/** What was open on this page, kept until the tab is closed; nowhere where the browser refuses. */
const key = `local-offer-steps ${window.location.pathname}`

foldSteps(document, window, {
  read() {
    try {
      return (sessionStorage.getItem(key) ?? '').split(' ').filter(Boolean)
    } catch {
      return []
    }
  },
  keep(ids) {
    try {
      sessionStorage.setItem(key, ids.join(' '))
    } catch {
      // The browser keeps nothing: the steps are folded when the page is opened again.
    }
  },
})
