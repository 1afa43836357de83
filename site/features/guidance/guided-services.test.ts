import { expect, it } from 'vitest'
import type { Service } from '#records/service.ts'
import { guidedServices } from './guided-services.ts'

type Given = Pick<Service, 'categories'> & { needs: Service['whoFor']['needs'] }
const service = (name: string, { categories, needs }: Given) => ({
  name,
  data: { categories, whoFor: { needs } },
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
