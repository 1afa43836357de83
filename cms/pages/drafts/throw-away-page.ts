import { html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { counted } from '#records/counted.ts'
import { thrownAwayDays } from '../../drafts/thrown-away.ts'
import { draftPath, draftsPath } from '../../page-addresses.ts'
import type { Place } from '../../records/place.ts'

/** Asks once more before a draft is thrown away, and says what goes and for how long it can be brought back. */
export function throwAwayPage(
  place: Place,
  title: string,
  view: { readonly csrf: string; readonly seen: string; readonly notes: number },
): Page {
  const notes = view.notes === 0 ? '' : ` and the ${counted(view.notes, 'note')} about it`
  return {
    title: `Throw away the change of “${title}”?`,
    breadcrumbs: [...home, { text: 'Drafts', href: draftsPath }],
    body: html`<h1>Throw away the change of “${title}”?</h1>
<p>All that was written in this draft goes${notes}. What families see stays as it is.</p>
<p>For ${thrownAwayDays} days it can be brought back from the list of drafts. After that it is gone.</p>
<form method="post" action="${draftPath(place)}throw-away/" class="staff-steps">
<input type="hidden" name="csrf" value="${view.csrf}"><input type="hidden" name="seen" value="${view.seen}">
<button type="submit" class="govuk-button">Throw it away</button>
<a class="govuk-button govuk-button--secondary" href="${draftPath(place)}">Keep it</a>
</form>`,
  }
}
