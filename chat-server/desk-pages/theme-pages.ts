import { type Html, html } from '#platform/pages/html.ts'
import type { ShownPage } from '#platform/pages/staff-page-routes.ts'
import { tagLabel } from '#records/conversation-tags.ts'
import { counted } from '#records/counted.ts'
import type { GapCount } from '../domain/gap-counts.ts'
import { sayMoment } from '../domain/opening-hours.ts'
import type { CountedTheme } from '../storage/themes.ts'

export const themesPath = '/desk/themes/'

/** A point that a family made, as far as this person may read it. */
export interface ShownMark {
  id: string
  /** null when it is not for this person, or its time is over */
  words: string | null
  markedAt: number
}

export interface ShownGap {
  need: string | null
  age: number | null
  area: string | null
  words: string | null
  notedAt: number
}

export interface ThemesView {
  csrf: Html
  unsorted: readonly ShownMark[]
  countUnsorted: number
  themes: readonly CountedTheme[]
  gaps: { total: number; counts: Record<'need' | 'age' | 'area', GapCount[]>; newest: readonly ShownGap[] }
  /** what was just done, or what is wrong, in one sentence */
  says: string | undefined
  problem: string | undefined
  /** ms UTC */
  now: number
}

/** What families say and what they could not find. */
export function themesPage(view: ThemesView): ShownPage {
  const title = 'Themes and gaps'
  return {
    title,
    status: view.problem === undefined ? 200 : 400,
    body: html`<h1>${title}</h1>
${view.problem !== undefined && html`<div class="notice notice--danger" role="alert"><p>${view.problem}</p></div>`}
${view.says !== undefined && html`<div class="notice notice--done" role="status"><p>${view.says}</p></div>`}
<p>Navigators mark points that families make, and note what nobody could find. Words here are the navigators’ own and name nobody.</p>
<h2>Themes</h2>
${view.themes.length === 0 ? html`<p>There are no themes yet. Gather a point below to make the first.</p>` : html`<ul class="log-list">${view.themes.map((theme) => themeLine(theme, view.csrf))}</ul>`}
<h2>Points in no theme</h2>
<p>${view.countUnsorted === 0 ? 'There are none.' : html`${counted(view.countUnsorted, 'point')}.`}</p>
${view.unsorted.length > 0 && html`<ul class="log-list">${view.unsorted.map((mark) => unsortedMark(mark, view))}</ul>`}
<h2>No service found for…</h2>
${gapsPart(view)}`,
  }
}

function themeLine({ id, title, marks }: CountedTheme, csrf: Html): Html {
  return html`<li class="log-line">
<p class="log-line__facts"><a href="${themesPath}${id}/">${title}</a> · ${counted(marks, 'point')}</p>
<form method="post" action="${themesPath}${id}/close/">${csrf}<button type="submit" class="govuk-button govuk-button--secondary">Close<span class="govuk-visually-hidden"> the theme ${title}</span></button></form>
</li>`
}

function unsortedMark(mark: ShownMark, { themes, csrf, now }: ThemesView): Html {
  return html`<li class="log-line">
${markWords(mark)}
<p class="note">${sayMoment(mark.markedAt, now)}</p>
<form method="post" action="${themesPath}gather/" class="log-row">${csrf}<input type="hidden" name="mark" value="${mark.id}">
${
  themes.length > 0 &&
  html`<div class="govuk-form-group"><label class="govuk-label" for="theme-${mark.id}">Theme</label>
<select class="govuk-select" id="theme-${mark.id}" name="theme"><option value="">A new one</option>${themes.map(({ id, title }) => html`<option value="${id}">${title}</option>`)}</select></div>`
}
<div class="govuk-form-group"><label class="govuk-label" for="title-${mark.id}">New theme</label>
<input class="govuk-input" id="title-${mark.id}" name="title" type="text" autocomplete="off" maxlength="100"></div>
<button type="submit" class="govuk-button govuk-button--secondary">Gather</button></form>
</li>`
}

function markWords({ words }: ShownMark): Html {
  return words === null
    ? html`<p class="note">The words are not shown: a concern holds the conversation, or they were removed.</p>`
    : html`<p class="log-line__text">${words}</p>`
}

function gapsPart({ gaps: { total, counts, newest }, now }: ThemesView): Html {
  if (total === 0)
    return html`<p>Nothing is noted yet. At the desk, press “No service found” when a search finds nothing.</p>`
  return html`<p>${counted(total, 'gap')} noted.</p>
<div class="log-tables">${countTable('By need', counts.need)}${countTable('By age', counts.age)}${countTable('By area', counts.area)}</div>
<h3>The latest</h3>
<ul class="log-list">${newest.map(
    ({ need, age, area, words, notedAt }) => html`<li class="log-line">
<p class="log-line__facts">${[need === null ? 'Any need' : tagLabel(need), age === null ? 'any age' : `age ${age}`, area ?? 'anywhere'].join(' · ')}</p>
${words !== null && html`<p class="log-line__text">${words}</p>`}
<p class="note">${sayMoment(notedAt, now)}</p></li>`,
  )}</ul>`
}

function countTable(caption: string, rows: readonly GapCount[]): Html {
  return html`<table class="govuk-table"><caption class="govuk-table__caption">${caption}</caption>
<thead><tr><th scope="col">${caption.replace('By ', '').replace(/^./, (first) => first.toUpperCase())}</th><th scope="col">How often</th></tr></thead>
<tbody>${rows.map(({ label, count }) => html`<tr><th scope="row">${label}</th><td>${count}</td></tr>`)}</tbody></table>`
}

/** One theme with the points in it. */
export function themePage(
  { title, marks }: CountedTheme,
  shown: readonly ShownMark[],
  { csrf, now }: Pick<ThemesView, 'csrf' | 'now'>,
): ShownPage {
  return {
    title,
    body: html`<p><a href="${themesPath}">All themes and gaps</a></p>
<h1>${title}</h1>
<p>${counted(marks, 'point')}.</p>
<ul class="log-list">${shown.map(
      (mark) => html`<li class="log-line">
${markWords(mark)}
<p class="note">${sayMoment(mark.markedAt, now)}</p>
<form method="post" action="${themesPath}gather/">${csrf}<input type="hidden" name="mark" value="${mark.id}"><input type="hidden" name="out" value="yes">
<button type="submit" class="govuk-button govuk-button--secondary">Take out of the theme</button></form>
</li>`,
    )}</ul>`,
  }
}
