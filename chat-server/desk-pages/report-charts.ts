import { type Html, html } from '#platform/pages/html.ts'
import type { Shown } from '../domain/disclosure.ts'
import type { ReportTable } from '../domain/report-table.ts'
import { sayNumber } from './report-numbers.ts'

/** Pictures of a table, to stand beside it: what they say is in the table too. Nothing when there is nothing to draw. */
export function chartsOf(table: ReportTable): Html | null {
  const { rows, total, title, unit } = table
  const isGrid = table.head.length > 2 && unit === 'count'
  if (!isGrid) {
    if (unit === 'minutes')
      return barChart(
        title,
        rows.map(({ name, values: [, ninth] }) => ({ name, value: ninth ?? null })),
        unit,
      )
    return barChart(
      title,
      rows.map(({ name, values: [value] }) => ({ name, value: value ?? null })),
      unit,
    )
  }
  const days = table.head.slice(1, -1).map((name, place) => ({ name, value: total?.values[place] ?? null }))
  const hours = rows.map(({ name, values }) => ({ name, value: values.at(-1) ?? null }))
  return html`${barChart(`${title}: by day`, days, unit)}${barChart(`${title}: by hour`, hours, unit)}`
}

interface Bar {
  readonly name: string
  readonly value: Shown
}

/** Drawn with what a strict content security policy lets through: attributes of SVG. A hidden number has no length. */
function barChart(title: string, bars: readonly Bar[], unit: ReportTable['unit']): Html | null {
  const longest = Math.max(...bars.map(({ value }) => value ?? 0))
  if (longest === 0) return null
  return html`<div class="report-chart" role="img" aria-label="${`Bars of the numbers in the table “${title}”`}">${bars.map(
    ({ name, value }) =>
      html`<p class="report-chart__bar"><span>${name}</span>${
        value === null
          ? html`<em>hidden</em>`
          : html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect height="10" width="${Math.round((value / longest) * 1000) / 10}"/></svg><b>${sayNumber(value, unit)}</b>`
      }</p>`,
  )}</div>`
}
