import type { Coverage, Evidence } from '#records/coverage.ts'
import { coverageIn } from './guidance-records.ts'
import type { Report } from './report.ts'

/** What the law asks of a Local Offer, and what of it the content answers. */
export function coverageReport(contentDir: string): Report {
  const rows = coverageIn(contentDir)
  const lines = rows.map(({ key, state, by }) => `${state.padEnd(8)}  ${key.padEnd(44)}  ${shown(by)}`)
  return { rows, text: [...lines, '', counts(rows)].join('\n') }
}

function counts(rows: readonly Coverage[]): string {
  const of = (state: Coverage['state']) => rows.filter((row) => row.state === state).length
  return `${rows.length} items: ${of('met')} met, ${of('examples')} by examples only, ${of('missing')} missing`
}

function shown(by: readonly Evidence[]): string {
  return by
    .map((each) =>
      each.kind === 'section'
        ? `${each.path} “${each.section}” (${each.words} words)`
        : `${each.count} ${each.examples ? 'example services' : 'services'}, such as ${each.first}`,
    )
    .join('; ')
}
