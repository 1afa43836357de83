import { type Html, html } from '#platform/pages/html.ts'
import type { Page } from '#platform/pages/shell.ts'

/** The page with GOV.UK Frontend's "Exit this page" before all else, for readers who must not be seen reading. */
export function withExit(page: Page): Page {
  return { ...page, body: html`${exitThisPage}${page.body}` }
}

/** The frame's script brings it to life; without JavaScript it is a link. */
const exitThisPage: Html = html`<div class="govuk-exit-this-page" data-module="govuk-exit-this-page">
<a href="https://www.bbc.co.uk/weather" class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button" rel="nofollow noreferrer"><span><span class="govuk-visually-hidden">Emergency </span>Exit this page</span></a>
</div>`
