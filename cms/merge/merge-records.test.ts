import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordContent } from '../records/record-file.ts'
import { mergeRecords } from './merge-records.ts'
import { canonical, sameValue } from './same-value.ts'

const record = (data: object, body = ''): RecordContent => ({ data: { ...data }, body })
const club = {
  name: 'Saturday club',
  contact: { telephone: '01632 960 001', email: 'club@example.org' },
  categories: ['clubs', 'sport'],
  when: {
    times: [
      { key: 'a', opens: '09:00' },
      { key: 'b', opens: '14:00' },
    ],
  },
}
const merged = (there: object, mine: object, base: object = club) =>
  mergeRecords({ base: record(base), there: record(there), mine: record(mine) })
const conflictsOf = (there: object, mine: object) => merged(there, mine).conflicts.map(({ id }) => id)

describe('two changes of one record', () => {
  it('in different fields of one group are both kept', () => {
    const there = { ...club, contact: { ...club.contact, telephone: '01632 960 002' } }
    const mine = { ...club, contact: { ...club.contact, email: 'new@example.org' } }
    const { content, conflicts } = merged(there, mine)
    expect(conflicts).toEqual([])
    expect(content.data.contact).toEqual({ telephone: '01632 960 002', email: 'new@example.org' })
  })

  it('of one field are a conflict, unless they are the same', () => {
    expect(conflictsOf({ ...club, name: 'Sunday club' }, { ...club, name: 'Monday club' })).toEqual(['name'])
    expect(conflictsOf({ ...club, name: 'Sunday club' }, { ...club, name: 'Sunday club' })).toEqual([])
  })

  it('of a list keep each item that was added, changed or taken away by one', () => {
    const there = { ...club, when: { times: [{ key: 'b', opens: '15:00' }] } }
    const mine = { ...club, when: { times: [...club.when.times, { key: 'c', opens: '18:00' }] } }
    expect(merged(there, mine)).toMatchObject({
      content: { data: { when: { times: [{ key: 'b', opens: '15:00' }, { key: 'c' }] } } },
      conflicts: [],
    })
  })

  it('of one item are a conflict about that item, also where one took it away', () => {
    const changed = { ...club, when: { times: [{ key: 'a', opens: '10:00' }, club.when.times[1]] } }
    const other = { ...club, when: { times: [{ key: 'a', opens: '11:00' }, club.when.times[1]] } }
    const without = { ...club, when: { times: [club.when.times[1]] } }
    expect(conflictsOf(changed, other)).toEqual(['when.times.a'])
    expect(conflictsOf(changed, without)).toEqual(['when.times.a'])
  })

  it('of plain lines keep what each added and took away', () => {
    const there = { ...club, categories: ['clubs', 'sport', 'art'] }
    const mine = { ...club, categories: ['sport', 'music'] }
    expect(merged(there, mine).content.data.categories).toEqual(['sport', 'art', 'music'])
  })

  it('that write one line anew in two ways, or order a list in two ways, are a conflict', () => {
    const words = { ...club, categories: ['clubs', 'art'] }
    expect(conflictsOf(words, { ...club, categories: ['clubs', 'music'] })).toEqual(['categories'])
    const abc = { categories: ['a', 'b', 'c'] }
    const orders = [{ categories: ['b', 'a', 'c'] }, { categories: ['a', 'c', 'b'] }]
    expect(merged(orders[0] ?? {}, orders[1] ?? {}, abc).conflicts).toHaveLength(1)
  })

  it('of the text are a conflict; a change of one alone is not', () => {
    const bodies = (there: string, mine: string) =>
      mergeRecords({ base: record({}, 'Old.\n'), there: record({}, there), mine: record({}, mine) })
    expect(bodies('New.', 'Newer.').conflicts.map(({ id }) => id)).toEqual(['body'])
    expect(bodies('Old.', 'Newer.')).toMatchObject({ content: { body: 'Newer.' }, conflicts: [] })
  })

  it('that both say when it was checked keep the later check, without a question', () => {
    const base = { review: { lastChecked: '2026-01-01', checkedBy: 'the council' } }
    const earlier = { review: { lastChecked: '2026-02-01', checkedBy: 'the provider' } }
    const later = { review: { lastChecked: '2026-03-01', checkedBy: 'the council' } }
    for (const pair of [
      [earlier, later],
      [later, earlier],
    ])
      expect(merged(pair[0] ?? {}, pair[1] ?? {}, base)).toMatchObject({
        content: { data: later },
        conflicts: [],
      })
  })

  it('are asked about field by field where nobody knows what they began with', () => {
    const mine = { ...club, id: 'other', name: 'Sunday club', categories: ['clubs'] }
    const { conflicts, content } = mergeRecords({
      base: undefined,
      there: record({ ...club, id: 'x' }),
      mine: record(mine),
    })
    expect(conflicts.map(({ id }) => id)).toEqual(['name', 'categories'])
    expect(content.data.id).toBe('x')
  })

  it('are settled by what was chosen', () => {
    const sides = {
      base: record(club),
      there: record({ ...club, name: 'B' }),
      mine: record({ ...club, name: 'C' }),
    }
    const nameWith = (side: 'there' | 'mine') =>
      mergeRecords(sides, { chosen: new Map([['name', side]]) }).content.data.name
    expect([nameWith('there'), nameWith('mine')]).toEqual(['B', 'C'])
  })
})

const word = fc.constantFrom('', 'a', 'b', 'c')
const lines = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'))
const items = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('k', 'l', 'm'), opens: fc.constantFrom('09:00', '10:00', '11:00') }),
  { selector: ({ key }) => key },
)
const content = fc
  .record({
    data: fc.record(
      {
        id: fc.constant('one'),
        name: word,
        contact: fc.record({ telephone: word, email: word }, { requiredKeys: [] }),
        when: fc.record({ times: items, notes: word }, { requiredKeys: [] }),
        categories: lines,
        bare: fc.array(fc.record({ title: word }), { maxLength: 2 }),
        review: fc.record({ lastChecked: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01') }),
      },
      { requiredKeys: ['id'] },
    ),
    body: word,
  })
  .map((each): RecordContent => each)
const three = fc.record({ base: content, there: content, mine: content })

/** What a record says, leaf by leaf; the order of lists left out. */
function leavesOf(value: unknown, path = ''): Map<string, string> {
  if (Array.isArray(value)) {
    if (path.endsWith('.bare')) return new Map(value.length === 0 ? [] : [[path, canonical(value)]])
    return new Map(
      value.map((item) => [`${path}.${Reflect.get(Object(item), 'key') ?? item}`, canonical(item)]),
    )
  }
  if (typeof value === 'object' && value !== null && !path.endsWith('.review'))
    return new Map(
      Object.entries(value).flatMap(([name, inside]) => [...leavesOf(inside, `${path}.${name}`)]),
    )
  return value === undefined || value === '' ? new Map() : new Map([[path, canonical(value)]])
}

const holds = <T>(values: fc.Arbitrary<T>, property: (value: T) => void) =>
  fc.assert(fc.property(values, property), { numRuns: 500 })

describe('a merge of any two changes', () => {
  it('gives the one side where the other changed nothing', () => {
    holds(three, ({ base, mine }) => {
      for (const sides of [
        { base, there: base, mine },
        { base, there: mine, mine: base },
      ]) {
        const { content, conflicts } = mergeRecords(sides)
        expect(conflicts).toEqual([])
        expect(sameValue(content, mine)).toBe(true)
      }
    })
  })

  it('says the same whichever side is asked first, but for the order of lists', () => {
    holds(three, ({ base, there, mine }) => {
      const [one, other] = [
        mergeRecords({ base, there, mine }),
        mergeRecords({ base, there: mine, mine: there }),
      ]
      expect(one.conflicts.map(({ id }) => id).toSorted()).toEqual(
        other.conflicts.map(({ id }) => id).toSorted(),
      )
      if (one.conflicts.length === 0) expect(leavesOf(one.content)).toEqual(leavesOf(other.content))
    })
  })

  it('loses nothing that only one side changed, and where nothing is asked holds both changes', () => {
    holds(three, ({ base, there, mine }) => {
      const { content, conflicts } = mergeRecords({ base, there, mine })
      const [was, is, wanted, now] = [base, there, mine, content].map((each) => leavesOf(each))
      const leaves = new Set([was, is, wanted].flatMap((each) => [...(each?.keys() ?? [])]))
      for (const leaf of leaves) {
        if (leaf.startsWith('.data.review')) continue
        const isAsked = conflicts.some(({ id }) =>
          `${leaf}.`.startsWith(`${id === 'body' ? '' : '.data'}.${id}.`),
        )
        const [before, theirs, ours] = [was?.get(leaf), is?.get(leaf), wanted?.get(leaf)]
        if (isAsked) continue
        if (before === theirs) expect(now?.get(leaf), leaf).toBe(ours)
        else if (before === ours) expect(now?.get(leaf), leaf).toBe(theirs)
        else expect(theirs, leaf).toBe(ours)
      }
    })
  })

  it('has nothing left to ask when it is merged once more', () => {
    holds(three, ({ base, there, mine }) => {
      const { content, conflicts } = mergeRecords({ base, there, mine })
      const chosen = new Map(conflicts.map(({ id }) => [id, 'mine'] as const))
      const again = mergeRecords({ base: there, there: content, mine: there })
      expect(again.conflicts).toEqual([])
      expect(sameValue(again.content, content)).toBe(true)
      expect(mergeRecords({ base, there, mine }, { chosen }).conflicts).toEqual(conflicts)
    })
  })
})
