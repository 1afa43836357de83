import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels } from '#protocol/conversation.ts'
import type { ContactFacts, GapFacts } from './report-facts.ts'
import { type ReportTable, timesTable } from './report-table.ts'
import { tablesOf } from './report-tables.ts'
import { createTally } from './report-tally.ts'

const monday = Date.parse('2026-11-02T10:00:00Z')
const minutes = 60_000
const rules = {
  hours: {
    openingHours: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => ({
      ...{ day, opens: '09:00', closes: '17:00' },
    })),
    bankHolidays: [],
  },
  replyWorkingDays: 2,
}

const chat: ContactFacts = {
  cameAs: 'chat',
  startedAt: monday,
  takenAt: monday + 2 * minutes,
  answeredAt: monday + 3 * minutes,
  endedAt: monday + 20 * minutes,
  messageSince: null,
  navigators: new Set(['sam']),
  more: false,
  blocked: false,
  tags: [],
  rating: null,
}

const times = (count: number, facts: ContactFacts) => Array.from({ length: count }, () => facts)

function report(facts: readonly ContactFacts[], gaps: readonly GapFacts[] = []) {
  const { tally, count } = createTally(rules)
  for (const one of facts) count(one)
  const tables = tablesOf(tally, gaps, [])
  const table = (id: string): ReportTable => {
    const found = tables.find((each) => each.id === id)
    if (!found) throw new Error(`no table ${id}`)
    return found
  }
  return { tables, table, rows: (id: string) => rowsOf(table(id)) }
}

/** Tables whose total is a number of another table. */
const totalsElsewhere = [
  ['chats', 'channels', 'Chat'],
  ['messages', 'channels', 'Message'],
  ['helped', 'rated', 'Said how it was'],
  ['ease', 'rated', 'Said how it was'],
] as const

function rowsOf({ rows }: ReportTable) {
  return Object.fromEntries(rows.map(({ name, values }) => [name, values[0]]))
}

describe('a report', () => {
  it('counts what was resolved at first contact: ended, one navigator, nothing more came of it', () => {
    const { rows } = report([
      ...times(9, chat),
      ...times(5, { ...chat, navigators: new Set(['sam', 'kit']) }),
      ...times(5, { ...chat, more: true }),
      ...times(5, { ...chat, blocked: true }),
      ...times(5, { ...chat, takenAt: null, answeredAt: null, navigators: new Set() }),
      ...times(6, { ...chat, endedAt: null }),
    ])
    expect(rows('outcomes')).toEqual({
      'Resolved at first contact': 9,
      'Ended, and took more': 20,
      'Still open': 6,
    })
  })

  it('counts missed chats: ended, or a message, before anybody had taken them', () => {
    const closed = monday + 30 * minutes
    const { rows } = report([
      ...times(10, chat),
      ...times(5, { ...chat, takenAt: null, answeredAt: null }),
      ...times(6, { ...chat, messageSince: closed, takenAt: closed + minutes }),
      ...times(7, { ...chat, messageSince: closed, takenAt: closed - minutes }),
    ])
    expect(rows('chats')).toEqual({
      'A navigator took it': 17,
      'Missed: it ended and nobody had taken it': 5,
      'Missed: we closed and it became a message': 6,
      'Waits now': 0,
    })
  })

  it('counts messages answered after the promised day as missed', () => {
    const message: ContactFacts = { ...chat, cameAs: 'message' }
    const wednesday = Date.parse('2026-11-04T23:00:00Z')
    const { rows } = report([
      ...times(5, { ...message, answeredAt: wednesday }),
      ...times(6, { ...message, answeredAt: wednesday + 60 * minutes }),
      ...times(7, { ...message, answeredAt: null }),
    ])
    expect(rows('messages')).toEqual({
      'Answered by the promised day': 5,
      'Missed: answered after the promised day': 6,
      'Not answered so far': 7,
    })
  })

  it('puts each hour where the clock in London has it, also when clocks change', () => {
    const summer = Date.parse('2026-10-25T00:30:00Z')
    const winter = Date.parse('2026-10-25T01:30:00Z')
    const { table } = report([
      ...times(5, { ...chat, startedAt: summer }),
      ...times(6, { ...chat, startedAt: winter }),
      ...times(7, { ...chat, startedAt: winter + 60 * minutes }),
    ])
    expect(table('hours').rows.map(({ name, values }) => [name, values[6], values[7]])).toEqual([
      ['1am to 2am', 11, 11],
      ['2am to 3am', 7, 7],
    ])
  })

  it('withholds the chats when the number of chats is hidden', () => {
    const message: ContactFacts = { ...chat, cameAs: 'message' }
    const { rows, table } = report([...times(3, chat), ...times(30, message)])
    expect(rows('channels')).toMatchObject({ Chat: null, Message: null, Visit: 0 })
    expect(table('chats').state).toBe('withheld')
    expect(table('messages').state).toBe('withheld')
  })

  it('does not name a place that few families named, nor count one family’s gaps as many', () => {
    const gap = (family: string, area: string | null): GapFacts => ({ family, need: 'autism', age: 7, area })
    const gaps = [
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((family) => gap(family, 'Sale')),
      ...['g', 'h', 'i', 'j', 'k', 'l'].map((family) => gap(family, family === 'g' ? ' sale' : null)),
      ...times6('m', '7 Acacia Avenue'),
      gap('n', 'Stretford'),
    ]
    function times6(family: string, area: string) {
      return Array.from({ length: 6 }, () => gap(family, area))
    }
    const { table } = report([], gaps)
    expect(rowsOf(table('gaps-by-place'))).toEqual({
      Sale: 7,
      'Other places, with few each': null,
      'Not said': null,
    })
    expect(JSON.stringify(table('gaps-by-place'))).not.toMatch(/Acacia|Stretford/)
  })

  it('tells times only where ten families stand behind them', () => {
    const words = { id: 't', title: 'T', means: '', rowsAre: 'What', counted: 'Time' }
    const nine = Array.from({ length: 9 }, (_, index) => (index + 1) * minutes)
    const shown = timesTable(words, [
      { name: 'nine', lengthsMs: nine },
      { name: 'ten', lengthsMs: [...nine, 95 * minutes] },
    ])
    expect(shown.rows.map(({ values }) => values)).toEqual([
      [undefined, undefined],
      [5, 9],
    ])
  })

  it('never shows a number from 1 to 4, nor in one table a total that another hides', () => {
    const contact = fc.record({
      cameAs: fc.constantFrom(...channels),
      startedAt: fc.integer({ min: 0, max: 27 * 24 }).map((hours) => monday + hours * 60 * minutes),
      takenAt: fc.option(fc.constant(monday + 800 * 60 * minutes)),
      answeredAt: fc.option(fc.constant(monday + 800 * 60 * minutes)),
      endedAt: fc.option(fc.constant(monday + 900 * 60 * minutes)),
      messageSince: fc.option(fc.constant(monday + 700 * 60 * minutes)),
      navigators: fc.subarray(['sam', 'kit']).map((all) => new Set(all)),
      more: fc.boolean(),
      blocked: fc.boolean(),
      tags: fc.subarray(['autism', 'adhd', 'vision']),
      rating: fc.option(
        fc.record({
          helped: fc.constantFrom('yes', 'partly', 'no'),
          ease: fc.constantFrom('easy', 'hard', null),
        }),
      ),
    })
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 80 }), (facts) => {
        const { tables, table } = report(facts)
        for (const [part, whole, row] of totalsElsewhere) {
          if (facts.length === 0 || table(part).state === 'withheld') continue
          const [known] = table(whole).rows.find(({ name }) => name === row)?.values ?? []
          expect(known, `${part} tells what ${whole} hides`).toBe(table(part).total?.values[0] ?? 0)
        }
        for (const { unit, rows, total } of tables) {
          if (unit === 'minutes') continue
          const numbers = [...rows, ...(total ? [total] : [])].flatMap(({ values }) => values)
          expect(numbers.filter((value) => typeof value === 'number' && value > 0 && value < 5)).toEqual([])
        }
      }),
    )
  })
})
