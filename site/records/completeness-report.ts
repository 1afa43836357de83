import { byLetters } from './by-letters.ts'
import { completenessOf } from './completeness.ts'
import type { Provider } from './provider.ts'
import type { Service } from './service.ts'
import { overdueReason } from './service-review.ts'

/** How the records of one provider stand. */
export interface ProviderReport {
  readonly id: string
  readonly name: string
  /** Services that are not closed for good. */
  readonly services: number
  /** Average score of completeness, 0 to 100, rounded. */
  readonly averageScore: number
  /** How many of its services should have been checked by now. */
  readonly overdue: number
}

/**
 * A row for each provider that has services, on the day `today` (`YYYY-MM-DD`). Those to call first stand first: most
 * overdue, then the lowest score, then by name.
 */
export function reportOnProviders(
  providers: readonly Provider[],
  services: readonly Service[],
  today: string,
): ProviderReport[] {
  const current = services.filter(({ status }) => status !== 'closed')
  const byProvider = Map.groupBy(current, ({ provider }) => provider)
  return providers
    .flatMap(({ id, name }) => {
      const own = byProvider.get(id) ?? []
      if (own.length === 0) return []
      const scores = own.map((service) => completenessOf(service).score)
      const overdue = own.filter(({ review }) => overdueReason(review, today) !== undefined).length
      return [{ id, name, services: own.length, averageScore: averageOf(scores), overdue }]
    })
    .sort((a, b) => b.overdue - a.overdue || a.averageScore - b.averageScore || byLetters(a.name, b.name))
}

/** The report as lines of text in columns, for a terminal. */
export function providerReportText(rows: readonly ProviderReport[]): string {
  const width = Math.max('Provider'.length, ...rows.map(({ name }) => name.length))
  const lines = rows.map(
    ({ name, services, averageScore, overdue }) =>
      `${name.padEnd(width)}  ${cell(services, 8)}  ${cell(averageScore, 5)}  ${cell(overdue, 7)}`,
  )
  const all = `${rows.length} providers, ${sumOf(rows.map(({ services }) => services))} services, ${sumOf(rows.map(({ overdue }) => overdue))} overdue.`
  return [`${'Provider'.padEnd(width)}  Services  Score  Overdue`, ...lines, '', all].join('\n')
}

function cell(number: number, width: number): string {
  return String(number).padStart(width)
}

function averageOf(numbers: readonly number[]): number {
  return Math.round(sumOf(numbers) / numbers.length)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
