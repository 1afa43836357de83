import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaRecord } from '#records/area.ts'
import type { Widget } from '#records/pieces.ts'
import { when } from '#records/service-groups.ts'
import { valueAt } from '#records/value-at.ts'
import { decapConfig } from '../config.ts'
import { subfieldsOf } from '../records/fields.ts'
import { type Column, columnsOf, type Row, rowsOf, withField } from './row-columns.ts'
import { problemsOf, rowInWords } from './row-words.ts'

const columnsIn = (fields: readonly Widget[], list: string) =>
  columnsOf(subfieldsOf(fields.find(({ name }) => name === list) ?? { widget: '', label: '' }))
const times = columnsIn(subfieldsOf(when.widget), 'times')
const sessions = columnsIn(subfieldsOf(when.widget), 'sessions')
const openingHours = columnsIn(areaRecord.decapFields, 'openingHours')
const bankHolidays = columnsIn(areaRecord.decapFields, 'bankHolidays')

const weekdaysNineToFive = {
  key: 'a',
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  opens: '09:00',
  closes: '17:00',
}

describe('a row in words', () => {
  it('says days, hours and the part of the year', () => {
    expect(rowInWords(times, weekdaysNineToFive)).toBe('Monday to Friday, 9am to 5pm')
    expect(rowInWords(times, { ...weekdaysNineToFive, days: ['saturday'], period: 'term' })).toBe(
      'Saturday, 9am to 5pm, term time',
    )
  })

  it('says a session by its date, and a day of the navigators by its name', () => {
    const session = { key: 'a', on: '2026-12-05', opens: '10:00', closes: '12:00', note: 'Open day' }
    expect(rowInWords(sessions, session)).toBe('5 December 2026, 10am to midday, Open day')
    const day = { key: 'a', day: 'monday', opens: '09:00', closes: '17:30' }
    expect(rowInWords(openingHours, day)).toBe('Monday, 9am to 5:30pm')
    expect(rowInWords(bankHolidays, { on: '2026-12-25', name: 'Christmas Day' })).toBe(
      '25 December 2026, Christmas Day',
    )
  })

  it('follows what is filled in so far', () => {
    expect(rowInWords(times, { days: [] })).toBe('')
    expect(rowInWords(times, { days: ['monday'] })).toBe('Monday')
    expect(rowInWords(times, { days: ['monday'], opens: '09:30' })).toBe('Monday, from 9:30am')
    expect(rowInWords(times, { days: [], closes: '12:00' })).toBe('until midday')
  })
})

describe('what is wrong with a row', () => {
  it('is nothing when it is complete', () => {
    expect(problemsOf(times, weekdaysNineToFive)).toEqual([])
  })

  it('is said in words: it closes before it opens', () => {
    expect(problemsOf(times, { ...weekdaysNineToFive, closes: '08:00' })).toEqual([
      { field: 'closes', kind: 'wrong', words: 'It closes at 8am, but opens at 9am. Correct one of them.' },
    ])
    expect(problemsOf(sessions, { on: '2026-12-05', opens: '12:00', closes: '12:00' })).toMatchObject([
      { words: 'It ends at midday, but starts at midday. Correct one of them.' },
    ])
  })

  it('is what is missing', () => {
    expect(problemsOf(times, { days: [] }).map(({ words }) => words)).toEqual([
      'Days: choose at least one.',
      'Opens: write the time.',
      'Closes: write the time.',
    ])
    expect(problemsOf(openingHours, { opens: '09:00', closes: '17:00' }).map(({ words }) => words)).toEqual([
      'Day: choose one.',
    ])
    expect(problemsOf(sessions, { opens: '09:00', closes: '17:00' }).map(({ words }) => words)).toEqual([
      'Date: write the date.',
    ])
  })
})

it('reads rows as Decap holds them, and plain ones', () => {
  class HeldList {
    readonly held = [weekdaysNineToFive]
    toJS() {
      return this.held
    }
  }
  expect(rowsOf(new HeldList())).toEqual([weekdaysNineToFive])
  expect(rowsOf([weekdaysNineToFive, 'no row'])).toEqual([weekdaysNineToFive])
  for (const nothing of [undefined, null, '']) expect(rowsOf(nothing)).toEqual([])
})

it('reads columns as the configuration of the form names them', () => {
  const { collections } = decapConfig({
    actor: { accountId: 'e', role: 'editor', providerIds: [] },
    siteUrl: 'https://localoffer.example.org',
  })
  const named = (all: unknown, name: string): unknown =>
    Array.isArray(all) ? all.find((each) => valueAt(each, 'name') === name) : undefined
  const group = named(valueAt(named(collections, 'services'), 'fields'), 'when')
  const list = named(valueAt(group, 'fields'), 'times')
  expect(list).toMatchObject({ widget: 'rows' })
  expect(columnsOf(valueAt(list, 'columns')).map(({ kind, name }) => [kind, name])).toEqual([
    ['several', 'days'],
    ['time', 'opens'],
    ['time', 'closes'],
    ['one', 'period'],
  ])
})

/** What somebody can put into the fields of a row, one after another. */
function typedInto(columns: readonly Column[]): fc.Arbitrary<Row> {
  const hour = fc.integer({ min: 0, max: 23 })
  const minute = fc.integer({ min: 0, max: 59 })
  const two = (number: number) => String(number).padStart(2, '0')
  const values = columns.map(({ kind, name, options }) => {
    const ids = options.map(({ value }) => value)
    const typed: Readonly<Record<Column['kind'], fc.Arbitrary<unknown>>> = {
      several: fc.subarray(ids),
      one: fc.constantFrom('', ...ids),
      time: fc.oneof(
        fc.constant(''),
        fc.tuple(hour, minute).map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`),
      ),
      date: fc.constantFrom('', '2026-12-05', '2028-02-29'),
      number: fc.double(),
      text: fc.string({ maxLength: 60 }),
    }
    return typed[kind].map((value): [string, unknown] => [name, value])
  })
  return fc
    .tuple(fc.shuffledSubarray(values.map((_, index) => index)), ...values)
    .map(([order, ...entries]) =>
      order.reduce<Row>((row, index) => withField(row, ...(entries[index] ?? ['', ''])), { days: [] }),
    )
}

it.each([
  ['regular times', times, (row: Row) => when.schema.safeParse({ times: [row] })],
  ['single sessions', sessions, (row: Row) => when.schema.safeParse({ sessions: [row] })],
  ['opening hours', openingHours, (row: Row) => areaRecord.fields.openingHours.schema.safeParse([row])],
  ['bank holidays', bankHolidays, (row: Row) => areaRecord.fields.bankHolidays.schema.safeParse([row])],
])('gives %s that a record takes, whatever was typed', (_, columns, parse) => {
  fc.assert(
    fc.property(typedInto(columns), ({ days, ...typed }) => {
      const row = { key: 'a1', ...typed, ...(columns === times && { days }) }
      const problems = problemsOf(columns, row)
      const isBackwards = problems.some(({ kind }) => kind === 'wrong')
      expect(parse(row).success).toBe(problems.every(({ kind }) => kind === 'wrong'))
      if ('opens' in row && 'closes' in row) expect(isBackwards).toBe(String(row.closes) <= String(row.opens))
    }),
  )
})
