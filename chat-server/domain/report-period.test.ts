import { describe, expect, it } from 'vitest'
import { momentsOf, neighbourOf, periodFrom, queryOf, type ReportPeriod } from './report-period.ts'

const today = '2026-11-22'
const days = (from: string, to: string) => ({ from, to })

function periodOf(fields: Record<string, string>): ReportPeriod {
  const period = periodFrom(fields, today)
  if ('message' in period) throw new Error(period.message)
  return period
}

describe('the period of a report', () => {
  it.each([
    ['this month', {}, days('2026-11-01', '2026-11-30')],
    ['a month', { month: '2024-02' }, days('2024-02-01', '2024-02-29')],
    ['a quarter', { quarter: '2026-4' }, days('2026-10-01', '2026-12-31')],
    ['a year', { year: '2025' }, days('2025-01-01', '2025-12-31')],
    ['own dates', { from: '2026-09-02', to: '2026-10-23' }, days('2026-09-02', '2026-10-23')],
    ['this month when the address holds nonsense', { month: '2026-13' }, days('2026-11-01', '2026-11-30')],
  ])('is %s', (_, fields, expected) => {
    expect(periodFrom(fields, today)).toMatchObject(expected)
  })

  it.each([
    [{ from: '', to: '2026-10-01' }, 'Enter the first day of the report.'],
    [{ from: '2026-02-30', to: '2026-10-01' }, 'Enter the first day of the report.'],
    [{ from: '9999-12-01', to: '9999-12-31' }, 'Enter the first day of the report.'],
    [{ from: '2026-10-01', to: '' }, 'Enter the last day of the report.'],
    [{ from: '2026-10-02', to: '2026-10-01' }, 'The last day must come after the first.'],
    [
      { from: '2026-10-01', to: '2026-10-02' },
      'Choose 7 days or more. A report on fewer says too much about one family.',
    ],
    [{ from: '2020-10-01', to: '2026-10-02' }, 'Choose three years or less.'],
  ])('is refused with what to do: %o', (fields, message) => {
    expect(periodFrom(fields, today)).toMatchObject({ message })
  })

  it('begins and ends at midnight in London, also where clocks change within it', () => {
    const iso = ({ start, end }: { start: number; end: number }) =>
      [start, end].map((moment) => new Date(moment).toISOString())
    const march = momentsOf(periodOf({ month: '2026-03' }))
    expect(iso(march)).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-31T23:00:00.000Z'])
    const october = momentsOf(periodOf({ month: '2026-10' }))
    expect(iso(october)).toEqual(['2026-09-30T23:00:00.000Z', '2026-11-01T00:00:00.000Z'])
    const hours = 3_600_000
    expect((march.end - march.start) / hours).toBe(31 * 24 - 1)
    expect((october.end - october.start) / hours).toBe(31 * 24 + 1)
  })

  it.each([
    [{ month: '2026-01' }, 'month=2025-12', 'month=2026-02'],
    [{ quarter: '2026-4' }, 'quarter=2026-3', 'quarter=2027-1'],
    [{ year: '2026' }, 'year=2025', 'year=2027'],
    [
      { from: '2026-09-01', to: '2026-09-10' },
      'from=2026-08-22&to=2026-08-31',
      'from=2026-09-11&to=2026-09-20',
    ],
  ])('has one before it and one after it: %o', (fields, before, after) => {
    const period = periodOf(fields)
    expect(queryOf(neighbourOf(period, -1))).toBe(before)
    expect(queryOf(neighbourOf(period, 1))).toBe(after)
  })
})
