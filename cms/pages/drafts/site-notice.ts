import { type Html, html } from '#platform/pages/html.ts'
import { buildAgainPath, draftsPath } from '../../page-addresses.ts'
import type { Publication } from '../../publish/publication.ts'

/** What editors are to know of the site as a whole: that it could not be built, and how it goes once they try again. */
export function siteNotice({ state, ...now }: Publication, view: SiteNoticeView): Html | false {
  if (!view.isEditor) return false
  if (state === 'failed' && 'reason' in now)
    return html`<section class="notice notice--danger"><h2>What was published last is not on the site</h2>
<p>The site could not be built, so people still see the one from before. Nothing that was written is lost.</p>
<div class="panel"><p class="staff-note__text">${now.reason}</p></div>
<p>Mend what it names and publish that, or try again once it is mended on the server. If you cannot, tell the people who run the site.</p>
<form method="post" action="${buildAgainPath}"><input type="hidden" name="csrf" value="${view.csrf}">
<button type="submit" class="govuk-button govuk-button--secondary">Build the site again</button></form></section>`
  if (view.isRolledBack) return rolledBackNotice
  if (!view.isAskedAgain) return false
  return html`<div class="govuk-inset-text" role="status"><p>${
    state === 'building'
      ? html`The site is being built again. That takes a minute or so. <a href="${draftsPath}?done=again">Look again</a>`
      : 'The site is built. Families see everything that was published.'
  }</p></div>`
}

/** What whoever publishes must know while an earlier release is shown. */
export const rolledBackNotice = html`<div class="notice notice--danger"><p><strong>An earlier version of the site is shown.</strong> The people who run the site went back to it. That holds only until something is published again, also at a time that was set before: families then see everything that was published since. Ask them before you publish.</p></div>`

export interface SiteNoticeView {
  /** Whether those who run the site went back to an earlier release. */
  readonly isRolledBack: boolean
  readonly isEditor: boolean
  /** Whether the person has just pressed the button that builds it again. */
  readonly isAskedAgain: boolean
  readonly csrf: string
}
