import { type Html, html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import type { ActionContext } from '../../action-context.ts'
import { mainOf } from '../../git/main-branch.ts'
import { livePagePath } from '../../live-page.ts'
import { draftPath, draftsPath, editorPath, historyPath } from '../../page-addresses.ts'
import { type Progress, type ProgressParts, progressOf } from '../../publish/progress.ts'
import { progressInWords } from '../../publish/progress-in-words.ts'
import { contentPath, type Place, subjectOf } from '../../records/place.ts'
import { titleOf } from '../../records/stored-records.ts'
import { notFound } from '../../refusals.ts'
import { isEditor, may } from '../../rights/rights.ts'
import { nextInReview } from './read-drafts.ts'
import { thrownAwayFor, thrownAwayList } from './thrown-away-list.ts'

/**
 * What stands where a draft was: how far its publication is, or that there is none, and what was thrown away.
 *
 * @param view.commit the commit that published it, empty when the person did not come from a publication
 * @throws CmsRefusal when there is nothing that the person is to know of
 */
export async function noDraftPage(
  parts: Pick<ProgressParts, 'publication' | 'shownCommit'>,
  context: ActionContext,
  place: Place,
  view: { readonly csrf: string; readonly commit: string },
): Promise<Page> {
  const { repository, records, actor } = context
  const published = await records.at(await mainOf(repository), contentPath(place))
  const mine = published !== undefined && may(actor, 'history', published.facts)
  const thrownAway = (await thrownAwayFor(context)).filter((draft) => subjectOf(draft) === subjectOf(place))
  const [newest] = thrownAway
  if (!mine && !newest) throw notFound('There is no draft of this page.')
  const title = mine ? titleOf(published) : (newest?.title ?? '')
  const isPublished = mine && view.commit !== ''
  const reached = isPublished && (await progressOf({ ...parts, repository }, view.commit))
  const progress = reached && progressInWords(reached, actor)
  const heading = headingFor(title, reached)
  const next = await nextInReview(context)
  return {
    title: heading,
    breadcrumbs: [...home, { text: 'Drafts', href: draftsPath }],
    body: html`<h1>${heading}</h1>
${progress && progressBlock(progress, { place, commit: view.commit, isLive: reached.is === 'live' })}
${!progress && html`<p>It was published or thrown away, or nobody has begun one.</p>`}
<ul class="staff-links">
${mine && livePagePath(place) !== undefined && html`<li><a href="${livePagePath(place)}">Open the page on the site</a></li>`}
${next && html`<li><a href="${draftPath(next)}">Next in review: “${next.title}”</a></li>`}
<li><a href="${draftsPath}">${reached && reached.is === 'failed' && isEditor(actor) ? 'All drafts, and a button to try again' : 'All drafts'}</a></li>
${
  mine &&
  html`<li><a href="${historyPath(place)}">Who changed this page before</a></li>
<li><a href="${editorPath(place)}">Change it in the editor</a></li>`
}
</ul>
${newest && html`<h2>Thrown away</h2>${thrownAwayList(thrownAway, view.csrf)}`}`,
  }
}

/** What was approved is published, but families do not see it before the site could be built. */
function headingFor(title: string, reached: Progress | false): string {
  if (!reached) return `There is no draft of “${title}” now`
  return reached.is === 'failed' ? `“${title}” is not on the site yet` : `“${title}” is published`
}

/** How far a publication is. A script keeps it up to date; without scripts, the link does. */
function progressBlock(
  progress: ReturnType<typeof progressInWords>,
  { place, commit, isLive }: { place: Place; commit: string; isLive: boolean },
): Html {
  return html`<div class="govuk-inset-text" data-publication="${commit}">
<p role="status" data-publication-words>${progress.words}</p>
<ol class="staff-stages" data-publication-steps>${progress.steps.map(
    ({ words, is }) =>
      html`<li data-is="${is}"${is === 'now' && html` aria-current="step"`}>${words}${is === 'done' && ' ✓'}</li>`,
  )}</ol>
${!isLive && html`<p data-publication-again><a href="${draftPath(place)}?published=${commit}">Look again</a></p>`}
</div>`
}
