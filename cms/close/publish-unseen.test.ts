import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { hiddenIn } from '../pages/choice/choice.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms
beforeEach(async () => {
  cms = await startCms()
})
afterEach(() => cms.stop())

const close = '/my-services/club/close/'
const closed = { status: 'closed', notice: 'The hall is sold.' }

it('an editor who publishes that a service closes publishes nothing that they were not shown', async () => {
  const save = (fields: object) =>
    cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, ...closed, ...fields }))
  await save({})
  const typed = { status: 'closed', since: '', until: '', why: closed.notice }
  const page = hiddenIn((await cms.get('editor', close)).body)
  await save({ summary: 'Ring this number for a prize.' })
  const late = await cms.post('editor', close, { ...page, ...typed, do: 'publish' })
  expect(late.statusCode).toBe(409)
  expect(cms.git('show', 'main:services/club.md')).toContain('status: open')

  const again = { ...hiddenIn((await cms.get('editor', close)).body), ...typed, do: 'publish' }
  expect((await cms.post('editor', close, again)).statusCode).toBe(303)
  expect(cms.git('show', 'main:services/club.md')).toContain('status: closed')
})

it('pressed twice at once, it is published once', async () => {
  const form = {
    ...hiddenIn((await cms.get('editor', close)).body),
    status: 'closed',
    why: 'The hall is sold.',
  }
  const replies = await Promise.all([1, 2].map(() => cms.post('editor', close, { ...form, do: 'publish' })))
  expect(replies.map(({ statusCode }) => statusCode)).toContain(303)
  expect(cms.published).toHaveLength(1)
})
