import { describe, expect, it } from 'vitest'
import { choosePages } from './page-choice.ts'
import { featuresOf } from './record-features.ts'

const limits = { pages: 120, instances: 40 }
const services = Array.from({ length: 300 }, (_, number) => `/services/service-${number}/`)
const everyService = new Map(services.map((address) => [address, new Set(['has:name'])]))

describe('the pages that stand for the others', () => {
  it('have each template, and the first and last page of each kind of listing', () => {
    const numbers = Array.from({ length: 11 }, (_, number) => number + 2)
    const pages = [
      ...['/', '/404.html', '/chat/', '/services/', '/services/a-to-z/'],
      ...numbers.map((number) => `/services/a-to-z/${number}/`),
      ...['health', 'leisure', 'schools'].flatMap((category) => [
        `/services/category/${category}/`,
        ...numbers.map((number) => `/services/category/${category}/${number}/`),
      ]),
      ...services,
    ]
    const chosen = choosePages(pages, everyService, limits).filter((page) => !everyService.has(page))
    expect(chosen).toEqual([
      ...['/', '/404.html', '/chat/', '/services/', '/services/a-to-z/', '/services/a-to-z/12/'],
      ...['/services/category/health/', '/services/category/schools/12/'],
    ])
  })

  it('have two booklets, however many guides there are', () => {
    const guides = ['a', 'b', 'c', 'd'].map((slug) => `/guides/${slug}/`)
    const pages = [...guides, ...guides.map((guide) => `${guide}print/`)]
    const chosen = choosePages(pages, new Map(guides.map((guide) => [guide, new Set(['has:title'])])), limits)
    expect(chosen.filter((page) => page.endsWith('print/'))).toEqual(['/guides/a/print/', '/guides/d/print/'])
  })

  it('have 40 services where all are alike', () => {
    expect(choosePages(['/', ...services], everyService, limits)).toHaveLength(41)
  })

  it('have every kind and every field that any service has', () => {
    const features = new Map(services.map((address, number) => [address, new Set([`kind=${number % 60}`])]))
    features.set('/services/service-299/', new Set(['kind=1', 'has:notice']))
    const seen = new Set(
      choosePages(['/', ...services], features, limits).flatMap((page) => [...(features.get(page) ?? [])]),
    )
    expect(seen.size).toBe(61)
  })

  it('have every record of a small collection', () => {
    const guides = ['/guides/one/', '/guides/two/', '/guides/three/']
    const features = new Map(guides.map((address) => [address, new Set(['has:title'])]))
    expect(choosePages(guides, features, limits)).toHaveLength(3)
  })

  it('are never more than the limit', () => {
    const features = new Map(services.map((address) => [address, new Set([`kind=${address}`])]))
    expect(choosePages(services, features, limits)).toHaveLength(120)
    expect(() => choosePages(['/a/', '/b/'], new Map(), { pages: 1, instances: 1 })).toThrow(
      'templates alone',
    )
  })
})

describe('what a record shows', () => {
  it('is every field that holds something, every yes and no, every choice', () => {
    const data = {
      id: '0f7c',
      kind: 'Primary school',
      summary: 'Learning for all.',
      notice: '',
      provider: 'a-provider',
      access: { stepFree: true, parking: null },
      whoFor: { needs: ['autism', 'hearing'], youngest: 4 },
    }
    expect(featuresOf(data)).toEqual([
      'has:id',
      ...['has:kind', 'kind=Primary school'],
      'has:summary',
      'has:provider',
      ...['has:access.stepFree', 'access.stepFree=true'],
      ...['has:whoFor.needs', 'whoFor.needs=autism', 'has:whoFor.needs', 'whoFor.needs=hearing'],
      'has:whoFor.youngest',
    ])
  })
})
