import { problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { capital } from '#records/capital.ts'
import { joined } from '#records/joined.ts'
import { statusNames } from '../../drafts/workflow.ts'
import type { History, ShownVersion, What } from '../../history/read-history.ts'
import { livePagePath } from '../../live-page.ts'
import { draftPath, editorPath, historyPath } from '../../page-addresses.ts'
import { type PersonShown, personInWords } from '../../people-in-words.ts'
import type { Place } from '../../records/place.ts'
import { differenceList } from '../difference-list.ts'

/** Who changed a record, when, and what: newest first, with a button to put an earlier version back. */
export function historyPage(place: Place, history: History, view: HistoryView): Page {
  const { title, draft, versions } = history
  const here = historyPath(place)
  const live = history.published === undefined ? undefined : livePagePath(place)
  return {
    title: `${view.refusal !== undefined ? 'Error: ' : view.isPutBack ? 'Put back – ' : ''}History of “${title}”`,
    breadcrumbs: home,
    body: html`${view.refusal !== undefined && problemSummary({ typed: {}, problems: [{ field: 'form', message: view.refusal }] })}<h1>History of “${title}”</h1>
${view.isPutBack && html`<div class="govuk-inset-text" role="status"><p>The earlier version is back. The site shows it within a few minutes.</p></div>`}
<ul class="staff-links">
<li><a href="${editorPath(place)}">Open it in the editor</a></li>
${live !== undefined && html`<li><a href="${live}">Open the page on the site</a></li>`}
</ul>
${
  draft !== undefined &&
  html`<section class="panel staff-card"><h2>A draft that is not published yet</h2>
<p>${capital(statusNames[draft.status])}, last saved by ${personInWords(draft.by)} on ${instantInWords(draft.at)}. <a href="${draftPath(place)}">Open the draft</a></p>
${
  draft.differences.length === 0
    ? html`<p>It says the same as what is published.</p>`
    : differenceList(draft.differences, { before: 'On the site', after: 'In the draft' })
}</section>`
}
<h2>What was published</h2>
${versions.length === 0 && html`<p>Nothing ${view.page > 1 ? 'more' : 'yet'}.</p>`}
${versions.map((version) => versionCard(version, history, here, view))}
${pageLinks(here, view.page, history.hasMore)}`,
  }
}

function versionCard(
  version: ShownVersion,
  history: History,
  here: string,
  { csrf, page }: HistoryView,
): Html {
  const { what, at, by, writers, approver, differences, canBePutBack } = version
  const when = instantInWords(at)
  // A version that was put back says the same as an older one; only the newest of the two is marked.
  const isNewest = page === 1 && version === history.versions.find(({ isNow }) => isNow)
  return html`<section class="staff-version">
<h3>${whatInWords[what]}${what !== 'came' && html` on ${when}`}</h3>
${isNewest && html`<p><span class="govuk-tag govuk-tag--done">Published now</span></p>`}
<p>${what === 'came' ? 'It was there before changes were written down here.' : peopleInWords(by, writers, approver)}</p>
${
  differences.length === 0
    ? html`<p>No field differs.</p>`
    : what === 'came' || what === 'added'
      ? html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What it said</span></summary><div class="govuk-details__text">${differenceList(differences, { before: null, after: 'It said' })}</div></details>`
      : differenceList(differences, { before: 'Before', after: 'After' })
}
${
  history.mayPutBack &&
  canBePutBack &&
  html`<form method="post" action="${here}put-back/">
<input type="hidden" name="csrf" value="${csrf}">
<input type="hidden" name="version" value="${version.commit}">
<input type="hidden" name="seen" value="${history.published}">
<button type="submit" class="govuk-button govuk-button--secondary">Put back this version<span class="govuk-visually-hidden"> ${what === 'came' ? 'that came first' : `of ${when}`}</span></button>
</form>`
}
</section>`
}

function peopleInWords(
  by: PersonShown,
  writers: readonly PersonShown[],
  approver: ShownVersion['approver'],
): string {
  const others = writers.filter(({ name, role }) => name !== by.name || role !== by.role)
  const sentences = [
    ...(others.length > 0 ? [`Written by ${joined(writers.map(personInWords))}.`] : []),
    ...(approver === undefined
      ? []
      : [approver === 'not-written-down' ? approverUnknown : `Approved by ${personInWords(approver)}.`]),
    `${others.length > 0 ? 'Published by' : 'By'} ${personInWords(by)}.`,
  ]
  return sentences.join(' ')
}

const approverUnknown = 'Who approved it was not written down at that time.'

function pageLinks(here: string, page: number, hasMore: boolean): Html | false {
  return (
    (page > 1 || hasMore) &&
    html`<p>${page > 1 && html`<a href="${here}?page=${page - 1}">Newer</a>`}${page > 1 && hasMore && ' · '}${hasMore && html`<a href="${here}?page=${page + 1}">Older</a>`}</p>`
  )
}

const whatInWords: Readonly<Record<What, string>> = {
  came: 'The first version',
  added: 'Added',
  changed: 'Changed',
  confirmed: 'Found still correct',
  'put-back': 'An earlier version put back',
  removed: 'Removed',
}

interface HistoryView {
  readonly csrf: string
  /** Counts from 1. */
  readonly page: number
  readonly isPutBack: boolean
  /** Why a version that was to be put back was not. */
  readonly refusal?: string
}
