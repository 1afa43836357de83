import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { clubProvider, poolProvider } from '../people.fixture.ts'
import { type RunningCms, startCms } from '../running-cms.fixture.ts'

/** Who may open and send the plain pages on which services come and go: `club` is the provider’s own, `pool` another’s. */

let cms: RunningCms
beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

const people = ['editor', 'provider', 'pool', 'navigator', 'nobody'] as const

/** The status of each person’s answer, in the order above. 303 means that it was done, or leads to the sign-in. */
const table: Readonly<Record<string, string>> = {
  //                          editor provider pool navigator nobody
  'open propose': '           200    200      200  403       303',
  'propose for the club': '   303    303      403  403       401',
  'propose for the pool': '   303    403      303  403       401',
  'open close': '             200    200      404  403       303',
  'look before closing': '    200    200      404  403       401',
  'send closing': '           303    303      404  403       401',
  'publish closing': '        303    403      404  403       401',
  'open reopen': '            200    200      404  403       303',
  'send reopening': '         303    303      404  403       401',
  'publish reopening': '      303    403      404  403       401',
}

const propose = '/my-services/new/'
const close = '/my-services/club/close/'
const reopen = '/my-services/club/reopen/'

const why = { status: 'closed', why: 'Gone. Try another club.' }
const proposal = {
  ...{ name: 'Sunday swim', summary: 'A quiet hour.', kind: 'Swimming', do: 'send' },
  ...{ categories: 'clubs-activities', routes: exampleService.routes[0] ?? '' },
}

interface Sent {
  readonly path: string
  /** Nothing is sent where there are none. */
  readonly fields?: Record<string, string>
  /** Whether the service is closed before. */
  readonly closed?: boolean
}

const requests: Readonly<Record<string, Sent>> = {
  'open propose': { path: propose },
  'propose for the club': { path: propose, fields: { ...proposal, provider: clubProvider } },
  'propose for the pool': { path: propose, fields: { ...proposal, provider: poolProvider } },
  'open close': { path: close },
  'look before closing': { path: close, fields: { ...why, do: 'look' } },
  'send closing': { path: close, fields: { ...why, do: 'send' } },
  'publish closing': { path: close, fields: { ...why, do: 'publish' } },
  'open reopen': { path: reopen, closed: true },
  'send reopening': { path: reopen, fields: { do: 'send' }, closed: true },
  'publish reopening': { path: reopen, fields: { do: 'publish' }, closed: true },
}

/** Everything as it was at the start, open or closed. */
async function prepare(start: string, closed: Sent['closed']): Promise<void> {
  const refs = cms.git('for-each-ref', '--format=%(refname)', 'refs/heads/cms', 'refs/cms/entries')
  for (const ref of refs.split('\n').filter(Boolean)) cms.git('update-ref', '-d', ref)
  cms.git('update-ref', 'refs/heads/main', start)
  if (closed !== true) return
  const fields = { ...why, csrf: 'token-of-editor', seen: cms.git('rev-parse', 'main:services/club.md') }
  expect((await cms.post('editor', close, { ...fields, do: 'publish' })).statusCode).toBe(303)
}

describe.each(Object.entries(table))('%s', (what, row) => {
  it.each(people.map((person, index) => [person, Number(row.trim().split(/\s+/)[index])] as const))(
    'answers the %s with %i',
    async (person, status) => {
      const start = cms.git('rev-list', '--max-parents=0', 'main')
      const { path, fields, closed } = requests[what] ?? { path: '' }
      await prepare(start, closed)
      const seen = cms.git('rev-parse', 'main:services/club.md')
      const before = cms.git('rev-parse', 'main')
      const own = { csrf: `token-of-${person}`, seen, id: crypto.randomUUID() }
      const answer = fields
        ? await cms.post(person, path, { ...own, ...fields })
        : await cms.get(person, path)
      expect(answer.statusCode).toBe(status)
      const isPublished = cms.git('rev-parse', 'main') !== before
      expect(isPublished).toBe(what.startsWith('publish') && person === 'editor')
      if (status >= 400) expect(cms.git('for-each-ref', 'refs/heads/cms')).toBe('')
    },
  )
})
