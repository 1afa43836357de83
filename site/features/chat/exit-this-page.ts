import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'

/** Makes the page's "Exit this page" work: the button, and Shift pressed three times. */
export function startExitThisPage(): void {
  const root = document.querySelector('[data-module="govuk-exit-this-page"]')
  if (!root) return
  document.body.classList.add('govuk-frontend-supported')
  new ExitThisPage(root)
}
