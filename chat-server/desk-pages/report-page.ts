import { lineField, type Problem, problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import type { ShownPage } from '#platform/pages/staff-page-routes.ts'
import { dateInWords, monthInWords } from '#records/dates-in-words.ts'
import { sayWhen } from '../conversation-copy.ts'
import {
  fewestDays,
  neighbourOf,
  type PeriodProblem,
  periodFrom,
  quarterOf,
  queryOf,
  type ReportPeriod,
} from '../domain/report-period.ts'
import type { ReportRow, ReportTable } from '../domain/report-table.ts'
import type { Report } from '../report.ts'
import { chartsOf } from './report-charts.ts'
import { sayNumber } from './report-numbers.ts'

export const reportsPath = '/desk/reports/'

/** What stands around a report. */
export interface ReportSurroundings {
  readonly areaName: string
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** A report as a page, to read and to print. */
export function reportPage(report: Report, { areaName, today }: ReportSurroundings): ShownPage {
  const { period, madeAt, tables, isEmpty } = report
  const title = `Report: ${periodInWords(period)}`
  return {
    title,
    body: html`<h1>${title}</h1>
<p class="report-lead">${areaName}. ${dateInWords(period.from)} to ${dateInWords(period.to)}. Counted at ${sayWhen(madeAt)}.</p>
${choices(period, today)}${isEmpty ? emptyMonth(period, today) : html`${files(period)}${tables.map((table) => section(table, period))}`}${howItIsMade}`,
  }
}

/** The page when what was typed cannot be a period. */
export function periodProblemPage(
  { field, message }: PeriodProblem,
  typed: Readonly<Record<string, string>>,
): ShownPage {
  const problem: Problem<'from' | 'to'> = { field, message }
  return {
    title: 'Reports: there is a problem',
    status: 400,
    body: html`${problemSummary({ typed: {}, problems: [problem] })}<h1>Reports</h1>${ownDates(typed, problem)}
<p><a href="${reportsPath}">Show the report of this month</a></p>`,
  }
}

/** “November 2026”, “October to December 2026”, “2026”, or the first and the last day. */
function periodInWords({ kind, from, to }: ReportPeriod): string {
  if (kind === 'month') return monthInWords(from)
  if (kind === 'year') return from.slice(0, 4)
  if (kind === 'quarter') return `${monthInWords(from).slice(0, -5)} to ${monthInWords(to)}`
  return `${dateInWords(from)} to ${dateInWords(to)}`
}

function choices(period: ReportPeriod, today: string): Html {
  const kinds = [
    { name: 'This month', period: periodOf({}, today) },
    {
      name: 'This quarter',
      period: periodOf({ quarter: `${today.slice(0, 4)}-${quarterOf(today)}` }, today),
    },
    { name: 'This year', period: periodOf({ year: today.slice(0, 4) }, today) },
  ]
  const [before, after] = [neighbourOf(period, -1), neighbourOf(period, 1)]
  const link = (name: string, to: ReportPeriod) =>
    html`<li><a href="${addressOf(to)}"${queryOf(to) === queryOf(period) && html` aria-current="page"`}>${name}</a></li>`
  return html`<nav class="report-choices" aria-label="Choose the days"><ul>
${kinds.map((kind) => link(kind.name, kind.period))}
${link(`Before: ${periodInWords(before)}`, before)}${after.from <= today && link(`After: ${periodInWords(after)}`, after)}</ul>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Choose your own dates</span></summary>
<div class="govuk-details__text">${ownDates(period.kind === 'dates' ? period : {}, undefined)}</div></details></nav>`
}

function ownDates(
  { from = '', to = '' }: { from?: string; to?: string },
  problem: Problem<'from' | 'to'> | undefined,
): Html {
  const state = { typed: { from, to }, problems: problem === undefined ? [] : [problem] }
  const day = { type: 'date', autocomplete: 'off' }
  return html`<form class="report-dates" method="get" action="${reportsPath}">
${lineField(state, 'from', 'First day', day)}${lineField(state, 'to', `Last day (${fewestDays} days or more)`, day)}
<button class="govuk-button govuk-button--secondary">Show these days</button></form>`
}

function emptyMonth(period: ReportPeriod, today: string): Html {
  const isToCome = period.from > today
  return html`<p>${
    isToCome
      ? 'These days are still to come, so there is nothing to count.'
      : 'Nobody came to us in these days, so there is nothing to count. That is not a fault.'
  } Choose other days above.</p>`
}

function files(period: ReportPeriod): Html {
  return html`<p class="report-files"><a href="${csvAddress(period, 'all')}">Download all tables as one file (CSV)</a>. To print the report, use your browser’s Print. Each chart and its table stay on one page where they fit.</p>
<p>“Hidden” stands for a number from 1 to 4, or for one that would tell such a number. The downloads hide the same.</p>`
}

function section(table: ReportTable, period: ReportPeriod): Html {
  const { id, title, means, state } = table
  const charts = state === 'shown' ? chartsOf(table) : null
  return html`<section class="report-section" aria-labelledby="${id}"><h2 id="${id}">${title}</h2><p>${means}</p>
${
  state === 'shown'
    ? html`<div class="report-pair${table.head.length > 3 && ' report-pair--wide'}"><div class="report-charts">${charts}</div>${tableOf(table)}</div>
<p class="report-file"><a href="${csvAddress(period, id)}">Download this table (CSV) <span class="govuk-visually-hidden">${title}</span></a></p>`
    : html`<p>${
        state === 'none'
          ? 'Nothing was counted here in these days.'
          : 'Not shown: there were too few to show without telling of single families.'
      }</p>`
}</section>`
}

function tableOf({ title, head, rows, total, unit }: ReportTable): Html {
  const cell = (value: ReportRow['values'][number]) =>
    html`<td class="govuk-table__cell govuk-table__cell--numeric">${sayCell(value, unit)}</td>`
  const line = ({ name, values }: ReportRow) =>
    html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${name}</th>${values.map(cell)}</tr>`
  const scrolls = html` role="region" aria-label="${`Table: ${title}`}" tabindex="0"`
  return html`<div class="report-table"${head.length > 3 && scrolls}><table class="govuk-table">
<caption class="govuk-visually-hidden">${title}</caption>
<thead><tr class="govuk-table__row">${head.map(
    (name, place) =>
      html`<th scope="col" class="govuk-table__header${place > 0 && ' govuk-table__header--numeric'}">${name}</th>`,
  )}</tr></thead>
<tbody>${rows.map(line)}</tbody>${total && html`<tfoot>${line(total)}</tfoot>`}</table></div>`
}

function sayCell(value: ReportRow['values'][number], unit: ReportTable['unit']): Html | string {
  if (value === undefined) return html`<em>too few to tell</em>`
  return value === null ? html`<em>hidden</em>` : sayNumber(value, unit)
}

const howItIsMade = html`<section class="report-section"><h2>How to read and pass on these numbers</h2>
<p>Numbers from 1 to 4 are hidden, so that nobody can be recognised. Where one hidden number could be worked out from a total, a second one is hidden too. Noughts are shown.</p>
<p>Each report is safe by itself. Two reports of days that overlap can be compared, and the difference may tell a hidden number: a month and its quarter, or the same days and one week more. So pass on one kind of report only, and never two that overlap.</p>
<p>Numbers stay when the text of conversations is removed. They may still change a little: a conversation can end or be opened again later, or be tagged.</p></section>`

function periodOf(fields: Record<string, string>, today: string): ReportPeriod {
  const period = periodFrom(fields, today)
  if ('message' in period) throw new Error(period.message)
  return period
}

function addressOf(period: ReportPeriod): string {
  return `${reportsPath}?${queryOf(period)}`
}

function csvAddress(period: ReportPeriod, table: string): string {
  return `${reportsPath}csv/?${queryOf(period)}&table=${table}`
}
