import { type Choice, selectField } from '#platform/pages/choice-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { counted, inFigures } from '#records/counted.ts'
import { thrownAwayDays } from '../../drafts/thrown-away.ts'
import { draftPath, draftsPath } from '../../page-addresses.ts'
import type { Publication } from '../../publish/publication.ts'
import { definitionNamed } from '../../records/record-file.ts'
import { statusInWords, whoseInWords } from './draft-in-words.ts'
import { keptList, type ShownKept } from './kept-list.ts'
import {
  type DraftFilter,
  type DraftGroup,
  type DraftLine,
  draftGroups,
  type ShownDrafts,
} from './read-drafts.ts'
import { type SiteNoticeView, siteNotice } from './site-notice.ts'
import { type ShownThrownAway, thrownAwayList } from './thrown-away-list.ts'

/** All drafts that somebody may see, by where they stand, and what can still be brought back. */
export function draftsPage(drafts: ShownDrafts, view: DraftsView): Page {
  const { lines, left, total } = drafts
  const title = 'Drafts'
  return {
    title: `${view.isThrownAway ? 'Thrown away – ' : view.isAskedAgain ? 'Building again – ' : ''}${title}`,
    breadcrumbs: home,
    body: html`<h1>${title}</h1>
${view.isThrownAway && html`<div class="govuk-inset-text" role="status"><p>The draft is thrown away. What families see has not changed. You can bring it back from the end of this page.</p></div>`}
${siteNotice(view.publication, view)}
<p>Changes that are not on the site yet. Open one to see what would change and what you can do with it.</p>
${keptList(view.kept)}
${view.isEditor && total > mostWithoutFilter && filterForm(drafts, view.filter)}
${total === 0 && html`<p>There are no drafts. ${saysNone(view)}</p>`}
${isFiltered(view.filter) && total > 0 && html`<p role="status">${sayFound(lines.length + left, total)} <a href="${draftsPath}">Show all</a></p>`}
${!isFiltered(view.filter) && total > mostWithoutFilter && linksToGroups(lines, view)}
${groupsFor(view.isEditor).map((group) => groupOfLines(group, lines))}
${left > 0 && html`<p>And ${inFigures(left)} more. Choose a kind above to see fewer at once.</p>`}
${view.thrownAway.length > 0 && html`<h2>Thrown away: ${inFigures(view.thrownAway.length)}</h2><p>What was thrown away in the last ${thrownAwayDays} days can be brought back.</p>${thrownAwayList(view.thrownAway, view.csrf)}`}`,
  }
}

function groupOfLines(group: DraftGroup, all: readonly DraftLine[]): Html | false {
  const lines = all.filter((line) => line.group === group)
  return (
    lines.length > 0 &&
    html`<h2 id="${group}">${groupNames[group]}: ${inFigures(lines.length)}</h2>
<ul class="staff-drafts">${lines.map(draftLine)}</ul>`
  )
}

/** What families see is not always all that was published. */
function saysNone({ isEditor, isRolledBack, publication: { state } }: DraftsView): string {
  if (!isEditor) return 'A draft begins when you change a page and save it.'
  const isShown = state !== 'failed' && state !== 'building' && !isRolledBack
  return isShown ? 'Everything that was written is published.' : 'Nothing waits for an editor.'
}

/** The way to each group, since a long list hides all but the first. */
function linksToGroups(all: readonly DraftLine[], { isEditor }: DraftsView): Html {
  const groups = groupsFor(isEditor).map((group) => ({
    group,
    count: all.filter((line) => line.group === group).length,
  }))
  return html`<ul class="staff-links">${groups
    .filter(({ count }) => count > 0)
    .map(
      ({ group, count }) => html`<li><a href="#${group}">${groupNames[group]}: ${inFigures(count)}</a></li>`,
    )}</ul>`
}

function isFiltered({ collection, group }: DraftFilter): boolean {
  return collection !== undefined || group !== undefined
}

function sayFound(found: number, total: number): string {
  return found === 0 ? 'No draft is like this.' : `${inFigures(found)} of ${counted(total, 'draft')}.`
}

function draftLine(line: DraftLine): Html {
  const { title, kind, state, since, notes, hasConflict } = line
  const { scheduled, notPublished } = state
  return html`<li><h3><a href="${draftPath(line)}">${title}</a></h3>
<p>${kind}. ${whoseInWords(line)}<br>
${scheduled ? `Will be published on ${instantInWords(scheduled.for)}` : `${statusInWords(state)} since ${instantInWords(since)}`}${notes > 0 && ` · ${counted(notes, 'note')}`}</p>
${notPublished && html`<p><strong class="govuk-tag govuk-tag--late">Not published</strong> It was to be published on ${instantInWords(notPublished.for)}. ${notPublished.why}</p>`}
${hasConflict && html`<p><strong class="govuk-tag govuk-tag--late">Choice needed</strong> What is published has changed since. Open it and choose what stands.</p>`}</li>`
}

function filterForm({ collections }: ShownDrafts, { collection = '', group }: DraftFilter): Html {
  const state = { typed: { collection, group: group ?? '' }, problems: [] }
  const kinds = collections.map((id): Choice => ({ id, label: definitionNamed(id)?.label ?? id }))
  const groups = groupsFor(true).map((id): Choice => ({ id, label: groupNames[id] }))
  return html`<form method="get" action="${draftsPath}" class="staff-steps">
${selectField(state, 'group', 'Where it stands', { choices: groups, none: 'Anywhere' })}
${selectField(state, 'collection', 'What it is', { choices: kinds, none: 'Anything' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show these</button>
</form>`
}

/** Editors see first what waits for them; a provider's people, what waits for them. */
function groupsFor(isEditor: boolean): readonly DraftGroup[] {
  return isEditor ? draftGroups : ['draft', 'review', 'ready', 'scheduled']
}

const groupNames: Readonly<Record<DraftGroup, string>> = {
  review: 'In review',
  ready: 'Ready',
  scheduled: 'With a time set',
  draft: 'Being written',
}

/** So many fit on a screen. */
const mostWithoutFilter = 8

interface DraftsView extends SiteNoticeView {
  readonly publication: Publication
  readonly filter: DraftFilter
  readonly kept: readonly ShownKept[]
  readonly thrownAway: readonly ShownThrownAway[]
  readonly isThrownAway: boolean
}
