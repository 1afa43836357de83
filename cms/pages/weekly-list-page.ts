import { type Html, html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { counted } from '#records/counted.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { londonDate } from '#records/london-date.ts'
import type { KeptPage } from '../fresh/kept-pages.ts'
import type { Week } from '../fresh/week.ts'
import {
  contentRemotePath,
  draftPath,
  draftsPath,
  editorPath,
  myServicePath,
  weeklyListPath,
} from '../page-addresses.ts'
import { statusNames } from '../workflow.ts'

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
<h2>Waiting for an editor: ${week.waiting.length}</h2>
${
  week.waiting.length === 0
    ? html`<p>Nothing is waiting.</p>`
    : html`<ul>${week.waiting
        .slice(0, mostShown)
        .map(
          ({ collection, slug, name, status, since }) =>
            html`<li><a href="${draftPath({ collection, slug })}">${name}</a>, ${statusNames[status]} since ${dateInWords(londonDate(since))}</li>`,
        )}</ul>${andMore(week.waiting.length)}`
}
<p><a href="${draftsPath}">All drafts</a></p>
<h2>Overdue for a check: ${week.overdue.length}</h2>
${pageList(week.overdue)}
<h2>Due in the next 30 days: ${week.dueSoon.length}</h2>
${pageList(week.dueSoon)}
${
  week.leadingToClosed.length > 0 &&
  html`<h2>Pages that lead to a closed service: ${week.leadingToClosed.length}</h2>
<p>Their links still work, and families read there that it has closed. Look whether they should name something else.</p>
<ul>${week.leadingToClosed
    .slice(0, mostShown)
    .map(
      (page) => html`<li><a href="${editorPath(page)}">${page.name}</a> leads to “${page.service}”</li>`,
    )}</ul>`
}
<h2>Builds</h2>
<p>${
      week.failedBuilds.length === 0
        ? 'In the last 7 days, every change that was published reached the site.'
        : `In the last 7 days the site could not be built ${counted(week.failedBuilds.length, 'time')}, last on ${dateInWords(londonDate(week.failedBuilds.at(-1) ?? 0))}. Families saw the site from before. Tell the people who run the site.`
    }</p>
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

function pageList(pages: readonly KeptPage[]): Html {
  if (pages.length === 0) return html`<p>None.</p>`
  return html`<ul>${pages
    .slice(0, mostShown)
    .map(
      (page) => html`<li><a href="${addressOf(page)}">${page.name}</a>, due ${dateInWords(page.dueOn)}</li>`,
    )}</ul>${andMore(pages.length)}`
}

/** Services have a plain page on which they are confirmed; guidance is changed in the editor. */
function addressOf({ collection, slug }: KeptPage): string {
  return collection === 'services' ? myServicePath(slug) : editorPath({ collection, slug })
}

function andMore(count: number): Html | false {
  return count > mostShown && html`<p>And ${count - mostShown} more. The most urgent come first.</p>`
}

const mostShown = 50
