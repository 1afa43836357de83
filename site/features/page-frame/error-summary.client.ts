/** Moves the focus to the list of errors of a form that came back, as GOV.UK Frontend does. Pages without one load nothing. */
async function startErrorSummary(): Promise<void> {
  const summary = document.querySelector<HTMLElement>('[data-module="govuk-error-summary"]')
  if (summary === null) return
  document.body.classList.add('govuk-frontend-supported')
  const { ErrorSummary } = await import('govuk-frontend')
  new ErrorSummary(summary)
}

void startErrorSummary()
