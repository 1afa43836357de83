import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'

/** The page that Back leads to: it tells nothing of what was read. */
const cover = '/leaving/'

/** Makes the page's "Exit this page" work: the button, and Shift pressed three times. */
export function startExitThisPage(): void {
  const root = document.querySelector('[data-module="govuk-exit-this-page"]')
  if (!root) return
  document.body.classList.add('govuk-frontend-supported')
  new CoveredExit(root)
}

/** Before it leaves, the page empties itself and takes the cover's address, so that its own is not in the way back. */
class CoveredExit extends ExitThisPage {
  override exitPage(): void {
    const link = document.querySelector<HTMLAnchorElement>('.govuk-js-exit-this-page-button')
    if (link === null) return
    const { href } = link
    // A browser that kept the emptied page shows it again on the way back: then the cover takes its place.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) window.location.replace(cover)
    })
    const leaving = document.createElement('p')
    leaving.setAttribute('role', 'alert')
    leaving.textContent = 'Loading.'
    document.body.replaceChildren(leaving)
    document.title = 'Weather'
    window.history.replaceState(null, '', cover)
    window.location.assign(href)
  }
}
