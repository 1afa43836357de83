import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterLinks, letterOf, pagesOf } from './browse.ts'

describe('a list in pages', () => {
  it('holds every item once, in order, at most 50 a page', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 230 }), (items) => {
        const pages = pagesOf('/x/', items)
        expect(pages.flatMap((page) => page.items)).toEqual(items)
        expect(pages.every((page) => page.items.length <= 50)).toBe(true)
      }),
    )
  })
  it('has its first page at the plain address and links both ways', () => {
    const pages = pagesOf(
      '/services/a-to-z/',
      Array.from({ length: 120 }, (_, index) => index),
    )
    expect(pages.map(({ path }) => path)).toEqual([
      '/services/a-to-z/',
      '/services/a-to-z/2/',
      '/services/a-to-z/3/',
    ])
    expect(pages[1]).toMatchObject({
      previous: '/services/a-to-z/',
      next: '/services/a-to-z/3/',
      last: 3,
      total: 120,
    })
    expect(pages[2]?.next).toBeUndefined()
  })
  it('has one page even when it is empty', () => {
    expect(pagesOf('/x/', [])).toHaveLength(1)
  })
})

describe('letters', () => {
  it('put names with accents, digits and signs where people look', () => {
    expect(letterOf('Élan')).toBe('E')
    expect(letterOf('42nd Street')).toBe('0 to 9')
  })
  it('lead to the page on which they begin', () => {
    const names = [...Array.from({ length: 51 }, () => 'Altrincham'), 'Bowdon']
    expect(letterLinks('/a/', names)).toEqual([
      { letter: 'A', href: '/a/#letter-a' },
      { letter: 'B', href: '/a/2/#letter-b' },
    ])
  })
})
