import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardPath } from '#protocol/cards.ts'
import { siteCards, swimming } from '../site-cards.fixture.ts'
import { CardNotFound } from './errors.ts'
import { findCard, knownCards } from './site-cards.ts'

const known = knownCards(siteCards)
const find = (path: string) => findCard(known, path)
const site = 'https://offer.example.org'

/** Pieces that people who mean harm put together, and good ones. */
const pieces = [
  ...[
    '/',
    '//',
    '\\',
    '/services/',
    '/services/sale-swimming/',
    '?q=',
    '?',
    '#',
    '&',
    '=',
    '..',
    '.',
    '%2f',
    '%2e',
  ],
  ...[
    '%5c',
    '%00',
    '@',
    ':',
    'javascript:',
    'data:text/html,',
    'https:',
    'evil.example',
    'q=swim',
    'need=autism',
  ],
  ...[
    'near=M33 2UG',
    'within=3',
    'age=7',
    ' ',
    '\t',
    '\n',
    '\u202e',
    '\u0000',
    '<img src=x>',
    '"',
    '__proto__',
  ],
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => `/services/?${parts.join('')}`),
  fc.webUrl(),
  fc.string({ unit: 'binary' }),
)

describe('the card of a page', () => {
  it('is what the site says of the page', () => {
    expect(find('/services/sale-swimming/')).toEqual(swimming)
    expect(find('/guides/annual-reviews/')).toMatchObject({ kind: 'guide', recordId: null })
  })

  it('is there for pages of the site only, by their one address', () => {
    for (const path of [
      '//evil.example/',
      '/\\evil.example/',
      'javascript:alert(1)',
      'https://offer.example.org/services/sale-swimming/',
      '/services/sale-swimming',
      '/services/../services/sale-swimming/',
      '/services/%73ale-swimming/',
      '/services/sale-swimming/?q=x',
      '/services/sale-swimming/#top',
      '/services/',
      '/constructor/',
      '',
    ])
      expect(() => find(path), path).toThrow(CardNotFound)
  })
})

describe('the card of a search', () => {
  it('says in words what was asked', () => {
    expect(find('/services/?q=swimming&age=7&need=autism&cost=free')).toEqual({
      kind: 'search',
      path: '/services/?q=swimming&age=7&need=autism&cost=free',
      title: 'Services for “swimming”',
      summary: 'Age 7 · Autism · Free',
      recordId: null,
    })
    expect(find('/services/?age=5-10&stated=cost')).toMatchObject({
      title: 'Services that fit',
      summary: 'Ages 5 to 10 · Must say cost',
    })
  })

  it('never holds a postcode, nor a filter that the site does not know', () => {
    for (const search of ['near=M33+2UG', 'q=x&within=3', 'need=magic', 'age=99', 'q=', 'age=x', '', 'x=1'])
      expect(() => find(`/services/?${search}`), search).toThrow(CardNotFound)
  })

  it('keeps words on one line and on their side', () => {
    expect(find('/services/?q=a%0A%E2%80%AEb%00')).toMatchObject({ title: 'Services for “a b”' })
  })
})

it('leads nowhere but to this site, whatever address it is asked for', () => {
  fc.assert(
    fc.property(hostile, (path) => {
      let card: ReturnType<typeof find>
      try {
        card = find(path)
      } catch (error) {
        expect(error).toBeInstanceOf(CardNotFound)
        return
      }
      expect(cardPath.parse(card.path)).toBe(card.path)
      const target = new URL(card.path, site)
      expect(target.origin).toBe(site)
      expect(`${target.pathname}${target.search}`).toBe(card.path)
      expect(find(card.path)).toEqual(card)
    }),
    { numRuns: 5000 },
  )
})

it('takes no address that a browser would read as another site or another folder', () => {
  fc.assert(
    fc.property(hostile, (path) => {
      if (!cardPath.safeParse(path).success) return
      const target = new URL(path, site)
      expect(target.origin).toBe(site)
      expect(`${target.pathname}${target.search}`).toBe(path)
    }),
    { numRuns: 5000 },
  )
})
