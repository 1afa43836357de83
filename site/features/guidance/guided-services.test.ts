import { expect, it } from 'vitest'
import type { Service } from '#records/service.ts'
import { guidedServices } from './guided-services.ts'

type Given = Pick<Service, 'categories'> & Pick<Service['whoFor'], 'needs' | 'youngest'>
const service = (name: string, { categories, ...whoFor }: Given) => ({
  name,
  data: { categories, whoFor },
})
const services = [
  service('team for all', { categories: ['therapies'], needs: [] }),
  service('hearing team', { categories: ['therapies'], needs: ['hearing'] }),
  service('autism team', { categories: ['therapies'], needs: ['autism'] }),
  service('autism club', { categories: ['clubs-activities'], needs: ['autism'] }),
]
const names = (found: { name: string }[]) => found.map(({ name }) => name)

it('puts services that name the need before those for everyone, and leaves other needs out', () => {
  expect(names(guidedServices(services, { category: 'therapies', need: 'autism' }))).toEqual([
    'autism team',
    'team for all',
  ])
})

it('takes a need alone, or a category alone', () => {
  expect(names(guidedServices(services, { category: undefined, need: 'autism' }))).toEqual([
    'autism team',
    'autism club',
  ])
  expect(guidedServices(services, { category: 'therapies', need: undefined }, 2)).toHaveLength(2)
})

it('puts services for this above all, with an age, before those that do it beside other things', () => {
  const all = [
    service('a studio', { categories: ['clubs-activities', 'mental-health'], needs: [] }),
    service('a listening café', { categories: ['mental-health'], needs: [] }),
    service('the team for children', { categories: ['mental-health', 'health'], needs: [], youngest: 5 }),
  ]
  expect(names(guidedServices(all, { category: 'mental-health', need: undefined }))).toEqual([
    'the team for children',
    'a listening café',
    'a studio',
  ])
})
