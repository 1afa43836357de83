import { expect, it } from 'vitest'
import { draftsPage } from './drafts-page.ts'

it('writes thousands of drafts as people write them', () => {
  const { body } = draftsPage(
    { lines: [], left: 1200, total: 1234, collections: ['services'] },
    {
      ...{ isEditor: true, csrf: '', publication: { state: 'none' }, filter: { collection: 'services' } },
      ...{ kept: [], thrownAway: [], isThrownAway: false, isAskedAgain: false, isRolledBack: false },
    },
  )
  expect(String(body)).toContain('1,200 of 1,234 drafts.')
  expect(String(body)).toContain('And 1,200 more.')
})
