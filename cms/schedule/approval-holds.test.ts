import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clubProvider, poolProvider } from '../people.fixture.ts'
import { poolService, type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms
const swim = { collection: 'services', slug: 'quiet-swim' }

beforeEach(async () => {
  // An editor of the directorate that looks after the club, who also swims for the pool.
  cms = await startCms({
    more: {
      schools: [
        { role: 'editor', scope: { kind: 'directorate', id: 'schools' } },
        { role: 'provider', scope: { kind: 'provider', id: poolProvider } },
      ],
    },
  })
  cms.setTime('2026-11-22T12:00Z')
  await cms.ask('editor', 'persistEntry', saving('quiet-swim', { ...poolService, name: 'Calm swim' }))
  const page = (await cms.get('editor', '/drafts/services/quiet-swim/')).body
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const form = { csrf: 'token-of-editor', seen, do: 'schedule', date: '2026-12-01', time: '9am' }
  expect((await cms.post('editor', '/drafts/services/quiet-swim/', form)).statusCode).toBe(303)
})
afterEach(() => cms.stop())

it('an approval and its time end with a change that gives the service to an organisation of one’s own', async () => {
  const taken = { ...poolService, provider: clubProvider }
  expect((await cms.ask('schools', 'persistEntry', saving('quiet-swim', taken))).status).toBe(200)
  expect((await cms.ask('editor', 'unpublishedEntry', swim)).body).toMatchObject({ status: 'pending_review' })
  cms.setTime('2026-12-01T09:00Z')
  await cms.publishDue()
  expect(cms.git('show', 'main:services/quiet-swim.md')).toContain(`provider: ${poolProvider}`)
})

it('no choice that gives the service to an organisation of one’s own keeps the approval and its time', async () => {
  const version = cms.git('rev-parse', 'main:services/quiet-swim.md')
  const taken = { ...poolService, name: 'Our swim', provider: clubProvider }
  const sent = await cms.ask(
    'schools',
    'persistEntry',
    saving('quiet-swim', taken, { openedVersion: version }),
  )
  expect(sent.status).toBe(409)
  const address = '/drafts/services/quiet-swim/choose/'
  const hidden = (await cms.get('schools', address)).body.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)">/g,
  )
  const form = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
  const done = await cms.post('schools', address, { ...form, do: 'choose', 'choice-name': 'mine' })
  expect(done.statusCode).toBe(303)
  expect((await cms.ask('editor', 'unpublishedEntry', swim)).body).toMatchObject({ status: 'pending_review' })
})

it('a time comes to nothing when whoever set it is removed while the draft waits for its turn', async () => {
  cms.setTime('2026-12-01T09:00Z')
  const turn = Promise.withResolvers<void>()
  const before = cms.repository.writing(() => turn.promise)
  const publishing = cms.publishDue()
  // Others are answered, so it has found by now what is due.
  for (const person of ['schools', 'pool', 'provider']) await cms.ask(person, 'unpublishedEntries')
  await cms.fresh.database.write((trx) =>
    sql`delete from staff_account where id = 'account-editor'`.execute(trx),
  )
  turn.resolve()
  await Promise.all([before, publishing])
  expect(cms.git('show', 'main:services/quiet-swim.md')).not.toContain('Calm swim')
})
