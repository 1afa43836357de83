import { describe, expect, it } from 'vitest'
import { distinctNames, slugOf } from './naming.ts'

const thing = (key: string, name: string, locality: string, street?: string) => ({
  key,
  name,
  locality,
  street,
})

describe('names and slugs', () => {
  it('stay as they are when nobody shares them', () => {
    expect(distinctNames([thing('a', 'St Anne’s School', 'Sale')]).get('a')).toEqual({
      name: 'St Anne’s School',
      slug: 'st-annes-school',
    })
  })

  it('get the town when two share a name, and the street when two share the town too', () => {
    const names = distinctNames([
      thing('a', 'Boots', 'Sale'),
      thing('b', 'Boots', 'Urmston', 'Unit 4, Eden Square'),
      thing('c', 'Boots', 'Urmston', '8 High Street'),
    ])
    expect([...names.values()].map(({ name }) => name)).toEqual([
      'Boots (Sale)',
      'Boots (Eden Square)',
      'Boots (High Street)',
    ])
  })

  it('do not depend on the order of the rows', () => {
    const rows = [thing('a', 'Well', 'Sale'), thing('b', 'Well', 'Flixton'), thing('c', 'Well', 'Flixton')]
    expect(distinctNames(rows).get('c')).toEqual(distinctNames([...rows].reverse()).get('c'))
  })

  it('are never the same slug, even where nothing tells two apart', () => {
    const names = distinctNames([thing('a', 'Group', 'Sale'), thing('b', 'Group', 'Sale')])
    expect(new Set([...names.values()].map(({ slug }) => slug)).size).toBe(2)
  })

  it('make readable slugs, cut at a word', () => {
    expect(slugOf('C & T Café’s')).toBe('c-and-t-cafes')
    expect(
      slugOf('A very long name of a service that goes on and on until nobody can read it any more'),
    ).toBe('a-very-long-name-of-a-service-that-goes-on-and-on-until-nobody-can')
  })
})
