import { type Html, html } from '#platform/pages/html.ts'
import type { Difference } from '../history/differences.ts'

/** Differences field by field: what stood there, where that is named, and what stands there. */
export function differenceList(
  differences: readonly Difference[],
  names: { readonly before: string | null; readonly after: string },
): Html {
  return html`<dl class="staff-differences">${differences.map(
    ({ field, before, after }) => html`<div><dt>${field}</dt>
${names.before !== null && html`<dd><span class="staff-differences__which">${names.before}:</span> ${linesOf(before)}</dd>`}
<dd><span class="staff-differences__which">${names.after}:</span> ${linesOf(after)}</dd></div>`,
  )}</dl>`
}

function linesOf(lines: readonly string[]): Html {
  const [only, ...more] = lines
  if (only === undefined) return html`nothing`
  if (more.length === 0) return html`${only}`
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}
