import { expect, it } from 'vitest'
import { exampleGuide, exampleService } from '#records/example-content.fixture.ts'
import { guideRecord } from '#records/guide.ts'
import { pathwayRecord } from '#records/pathway.ts'
import { serviceRecord } from '#records/service.ts'
import { relatedGuides, relatedPathways } from './related-pages.ts'

const service = serviceRecord.schema.parse({
  ...exampleService,
  categories: ['schools'],
  whoFor: { needs: ['autism'] },
})
const guide = (id: string, fields: object) => ({
  id,
  data: guideRecord.schema.parse({ ...exampleGuide, ...fields }),
})
const pathway = (id: string, fields: object) => {
  const { topic: _, order: __, ...shared } = exampleGuide
  return { id, data: pathwayRecord.schema.parse({ ...shared, steps: [], ...fields }) }
}

it('puts guides on the topic and the need of a service before those with the same route', () => {
  const guides = [
    guide('same-route', { routes: exampleService.routes }),
    guide('nothing-shared', {}),
    guide('topic', { topic: 'support-at-school' }),
    guide('topic-and-need', { topic: 'support-at-school', needs: ['autism'] }),
  ]
  expect(relatedGuides(service, guides).map(({ id }) => id)).toEqual([
    'topic-and-need',
    'topic',
    'same-route',
  ])
})

it('finds pathways that name its category or need in a step', () => {
  const step = { key: 's', title: 'A step', whoActs: 'You', what: 'You ask.' }
  const pathways = [
    pathway('by-category', { steps: [{ ...step, services: { categories: ['schools'] } }] }),
    pathway('another', { steps: [{ ...step, services: { categories: ['travel'] } }] }),
    pathway('by-need', { steps: [{ ...step, services: { categories: ['schools'], needs: ['autism'] } }] }),
  ]
  expect(relatedPathways(service, pathways).map(({ id }) => id)).toEqual(['by-need', 'by-category'])
})
