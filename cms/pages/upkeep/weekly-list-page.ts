import { type Html, html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { counted, inFigures } from '#records/counted.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { londonDate } from '#records/london-date.ts'
import { statusNames } from '../../drafts/workflow.ts'
import type { KeptPage } from '../../fresh/kept-pages.ts'
import type { Week } from '../../fresh/week.ts'
import {
  contentRemotePath,
  draftPath,
  draftsPath,
  editorPath,
  myServicePath,
  weeklyListPath,
} from '../../page-addresses.ts'

/** What editors have to look at now, and whether they want to hear of it by email on Mondays. */
export function weeklyListPage(
  week: Week,
  view: { csrf: string; wantsLetter: boolean; remote: boolean; saved: boolean },
): Page {
  const title = 'This week’s list'
  return {
    title: view.saved ? `Saved – ${title}` : title,
    breadcrumbs: home,
    body: html`<h1>${title}</h1>
${view.saved && html`<div class="govuk-inset-text" role="status"><p>Saved. ${view.wantsLetter ? 'You get the email on Mondays.' : 'You get no more weekly emails.'}</p></div>`}
<h2>Waiting for an editor: ${inFigures(week.waiting.length)}</h2>
${
  week.waiting.length === 0
    ? html`<p>Nothing is waiting.</p>`
    : foldedList(
        week.waiting.map(
          ({ collection, slug, name, status, since }) =>
            html`<li><a href="${draftPath({ collection, slug })}">${name}</a>, ${statusNames[status]} since ${dateInWords(londonDate(since))}</li>`,
        ),
      )
}
<p><a href="${draftsPath}">All drafts</a></p>
<h2>Overdue for a check: ${inFigures(week.overdue.length)}</h2>
${pageList(week.overdue)}
<h2>Due in the next 30 days: ${inFigures(week.dueSoon.length)}</h2>
${pageList(week.dueSoon)}
${
  week.leadingToClosed.length > 0 &&
  html`<h2>Pages that lead to a closed service: ${inFigures(week.leadingToClosed.length)}</h2>
<p>Their links still work, and families read there that it has closed. Look whether they should name something else.</p>
${foldedList(
  week.leadingToClosed.map(
    (page) => html`<li><a href="${editorPath(page)}">${page.name}</a> leads to “${page.service}”</li>`,
  ),
)}`
}
<h2>What reached the site</h2>
<p>${whatReached(week)}</p>
${view.remote && html`<p><a href="${contentRemotePath}">How the content stands to the other repository</a></p>`}
<h2>Weekly email</h2>
<form method="post" action="${weeklyListPath}">
<input type="hidden" name="csrf" value="${view.csrf}">
<input type="hidden" name="letter" value="${view.wantsLetter ? 'no' : 'yes'}">
<p>${view.wantsLetter ? 'On Mondays we email you how long each of these lists is.' : 'You get no weekly email.'}</p>
<button type="submit" class="govuk-button govuk-button--secondary">${view.wantsLetter ? 'Stop the weekly email' : 'Send me the weekly email'}</button>
</form>`,
  }
}

function whatReached({ failedBuilds, isBehind }: Week): Html | string {
  if (isBehind)
    return html`<strong class="govuk-tag govuk-tag--late">Not published</strong> The site could not be built, so families do not see what was published last. <a href="${draftsPath}">See why, and try again</a>`
  const last = failedBuilds.at(-1)
  if (last === undefined) return 'In the last 7 days, every change that was published reached the site.'
  return `In the last 7 days the site could not be built ${counted(failedBuilds.length, 'time')}, last on ${dateInWords(londonDate(last))}. It works again, and families see everything that was published.`
}

function pageList(pages: readonly KeptPage[]): Html {
  if (pages.length === 0) return html`<p>None.</p>`
  return foldedList(
    pages.map(
      (page) => html`<li><a href="${addressOf(page)}">${page.name}</a>, due ${dateInWords(page.dueOn)}</li>`,
    ),
  )
}

/** Services have a plain page on which they are confirmed; guidance is changed in the editor. */
function addressOf({ collection, slug }: KeptPage): string {
  return collection === 'services' ? myServicePath(slug) : editorPath({ collection, slug })
}

/** The most urgent lines; the others folded, so that what comes after a long list is not lost. */
function foldedList(lines: readonly Html[]): Html {
  const more = lines.slice(shownFirst, mostShown)
  const left = lines.length - mostShown
  return html`<ul>${lines.slice(0, shownFirst)}</ul>
${
  more.length > 0 &&
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${more.length} more</span></summary><div class="govuk-details__text"><ul>${more}</ul>
${left > 0 && html`<p>And ${inFigures(left)} after these. The most urgent come first, and the others follow when these are done.</p>`}</div></details>`
}`
}

const shownFirst = 10
const mostShown = 200
