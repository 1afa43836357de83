import { expect, it } from 'vitest'
import { helpingServicesLink } from './helping-services.ts'

it('leads to a search for what the step names', () => {
  expect(
    helpingServicesLink({ categories: ['education-support'], needs: ['autism'], words: 'EHC plan' }),
  ).toBe('/services/?q=EHC+plan&category=education-support&need=autism')
})

it('leads nowhere when the step names nothing', () => {
  expect(helpingServicesLink(undefined)).toBeUndefined()
  expect(helpingServicesLink({ categories: [], needs: [] })).toBeUndefined()
})
