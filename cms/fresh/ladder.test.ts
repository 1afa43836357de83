import { expect, it } from 'vitest'
import { type Rung, rungToday } from './ladder.ts'

const dueOn = '2026-12-01'

/** What a whole year of nights sends, when each night writes down what it sent. `nights` may leave some out. */
function sentOver(options: { hasPeople: boolean; night?: (date: string) => boolean; from?: string }) {
  const sent = new Map<Rung, string>()
  for (
    let day = Date.parse(options.from ?? '2026-10-01');
    day < Date.parse('2027-10-01');
    day += 86_400_000
  ) {
    const today = new Date(day).toISOString().slice(0, 10)
    if (options.night && !options.night(today)) continue
    const rung = rungToday({ dueOn, today, sent, hasPeople: options.hasPeople })
    if (rung) sent.set(rung, today)
  }
  return Object.fromEntries(sent)
}

it('reminds 30 days before, on the day and 14 days after, then the editors, each once', () => {
  expect(sentOver({ hasPeople: true })).toEqual({
    soon: '2026-11-01',
    due: '2026-12-01',
    late: '2026-12-15',
    editors: '2026-12-29',
  })
})

it('tells the editors alone when a provider has nobody to write to', () => {
  expect(sentOver({ hasPeople: false })).toEqual({ editors: '2026-12-29' })
})

it('does not send two at once after nights without a run', () => {
  const night = (date: string) => date < '2026-11-20' || date >= '2026-12-20'
  expect(sentOver({ hasPeople: true, night })).toEqual({
    soon: '2026-11-01',
    late: '2026-12-20',
    editors: '2027-01-03',
  })
})

it('gives a provider who was never told before their 14 days, however long a page is overdue', () => {
  expect(sentOver({ hasPeople: true, from: '2027-06-01' })).toEqual({
    late: '2027-06-01',
    editors: '2027-06-15',
  })
})
