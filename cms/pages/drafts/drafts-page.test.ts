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

it('says that everything is published only while families see it', () => {
  const none = { lines: [], left: 0, total: 0, collections: [] }
  const view = {
    ...{ isEditor: true, csrf: '', filter: {}, kept: [], thrownAway: [], isThrownAway: false },
    ...{ isAskedAgain: false, isRolledBack: false, publication: { state: 'none' } as const },
  }
  const building = {
    state: 'building',
    stage: 'waiting',
    commit: 'a',
    since: 0,
    next: null,
    lastTookMs: null,
  } as const
  const all = 'Everything that was written is published.'
  expect(String(draftsPage(none, view).body)).toContain(all)
  expect(String(draftsPage(none, { ...view, isRolledBack: true }).body)).not.toContain(all)
  expect(String(draftsPage(none, { ...view, publication: building }).body)).toContain('Nothing waits')
})
