import { once } from 'node:events'
import { request } from 'node:http'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { sendReminders } from '../fresh/reminders.ts'
import { clubProvider, poolProvider } from '../people.fixture.ts'
import { photograph } from '../pictures/photograph.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms
/** The path behind the link in a reminder that they got while they were still there. */
let link: string

const place = { collection: 'services', slug: 'club' }
const person = 'account-provider'

const action = async (name: string, params: object) => (await cms.ask('provider', name, params)).status
const page = async (path: string) => (await cms.get('provider', path)).statusCode
const form = async (path: string, fields: Record<string, string>) =>
  (await cms.post('provider', path, { csrf: 'token-of-provider', ...fields })).statusCode
const linked = () => new URL(link, 'http://localhost').searchParams.get('link') ?? ''

/**
 * All that somebody of the club can ask for about it, and the answers: when their account is gone (303 leads to the page to
 * sign in), when they have other work for the council only, and when they serve another organisation only.
 */
const ways: readonly (readonly [string, () => Promise<number>, readonly [number, number, number]])[] = [
  ['open a record', () => action('getEntry', { path: 'services/club.md' }), [401, 403, 403]],
  ['save it', () => action('persistEntry', saving('club', exampleService)), [401, 403, 403]],
  [
    'add one',
    () => action('persistEntry', saving('new', exampleService, { newEntry: true })),
    [401, 403, 403],
  ],
  ['open their draft', () => action('unpublishedEntry', place), [401, 403, 404]],
  [
    'send it in',
    () => action('updateUnpublishedEntryStatus', { ...place, newStatus: 'pending_review' }),
    [401, 403, 404],
  ],
  ['throw it away', () => action('deleteUnpublishedEntry', place), [401, 403, 404]],
  ['look at pictures', () => action('getMedia', { provider: clubProvider }), [401, 403, 403]],
  [
    'upload one',
    async () => (await cms.upload('provider', clubProvider, await photograph())).status,
    [401, 403, 403],
  ],
  ['open the editor', () => page('/api/cms/config'), [401, 403, 200]],
  ['open their list', () => page('/my-services/'), [303, 403, 200]],
  ['open the short form', () => page('/my-services/club/'), [303, 403, 404]],
  ['send the short form', () => form('/my-services/club/', { times: '0', do: 'send' }), [401, 403, 404]],
  ['say it is correct', () => form('/my-services/club/still-correct/', { seen: 'x' }), [401, 403, 403]],
  ['read the history', () => page('/records/services/club/history/'), [303, 403, 404]],
  ['open the page of the draft', () => page('/drafts/services/club/'), [303, 403, 404]],
  ['open its preview', () => page('/drafts/services/club/preview/'), [303, 403, 404]],
  ['see who else is there', () => page(`/organisations/${clubProvider}/`), [303, 403, 404]],
  ['open the link of a reminder', () => page(link), [404, 404, 404]],
  ['press its button', () => form('/still-correct/', { link: linked(), seen: 'x' }), [404, 404, 404]],
]

const give = (role: string, kind: string, id: string) =>
  cms.fresh.database.write((trx) =>
    sql`insert into staff_grant values (${person}, ${role}, ${kind}, ${id})`.execute(trx),
  )

const endings = [
  ['and whose account ends with it', async () => {}],
  ['and has other work for the council', () => give('navigator', 'area', '')],
  ['and serves another organisation', () => give('provider', 'provider', poolProvider)],
] as const

beforeEach(async () => {
  cms = await startCms()
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Changed club' }))
  cms.setDay('2027-09-01')
  await sendReminders(cms.fresh)
  const letter = (await cms.letters()).find(({ to }) => to === 'provider@example.org')
  const address = new URL(/http\S+still-correct\S+/.exec(letter?.text ?? '')?.[0] ?? '')
  link = address.pathname + address.search
  expect(await page(link)).toBe(200)
})
afterEach(() => cms.stop())

describe.each(endings.map(([who, also], column) => [who, also, column] as const))(
  'somebody who is removed %s',
  (_, also, column) => {
    it('is refused whatever they ask next, and nothing of theirs is lost', async () => {
      await also()
      const fields = { csrf: 'token-of-editor' }
      const removed = `/organisations/${clubProvider}/people/${person}/remove/`
      expect((await cms.post('editor', removed, fields)).statusCode).toBe(303)

      const before = cms.git('for-each-ref')
      const answers: [string, number][] = []
      for (const [what, ask] of ways) answers.push([what, await ask()])
      expect(answers).toEqual(ways.map(([what, , expected]) => [what, expected[column]]))
      expect(cms.git('for-each-ref')).toBe(before)
      const saved = await cms.ask('provider', 'persistEntry', saving('club', exampleService))
      expect(saved.body).toMatchObject({ error: expect.stringContaining('sk an editor at the council') })

      const drafts = await cms.ask('editor', 'unpublishedEntries')
      expect(drafts.body).toEqual(['services/club'])
      const { body } = await cms.get('editor', '/records/services/club/history/')
      expect(body).toContain('Changed club')
      const name = column === 0 ? 'Someone who has left (provider)' : `Name of ${person} (provider)`
      expect(body).toContain(`last saved by ${name}`)
    })
  },
)

it('a picture that somebody sends while they are removed is not taken in', async () => {
  const picture = await photograph()
  const address = await cms.app.listen({ port: 0 })
  const sending = request(`${address}/api/cms/pictures/${clubProvider}`, {
    method: 'POST',
    headers: {
      ...{ cookie: 'person=provider', origin: 'http://localhost:8080', 'x-csrf-token': 'token-of-provider' },
      ...{ 'content-type': 'image/jpeg', 'content-length': picture.length, expect: '100-continue' },
    },
  })
  sending.flushHeaders()
  await once(sending, 'continue')
  sending.write(picture.subarray(0, 100))
  // Who asks is read by now: others are answered as well.
  expect(await page('/my-services/')).toBe(200)
  await cms.fresh.database.write((trx) => sql`delete from staff_account where id = ${person}`.execute(trx))
  const answered = once(sending, 'response')
  sending.end(picture.subarray(100))
  const [response] = await answered
  expect(response.statusCode).toBe(401)
  expect(cms.git('for-each-ref', 'refs/cms/pictures')).toBe('')
})

it('what waits for its turn when its writer is removed is not done', async () => {
  const before = cms.git('for-each-ref')
  const turn = Promise.withResolvers<void>()
  const first = cms.repository.writing(() => turn.promise)
  const sent = action('persistEntry', saving('club', { ...exampleService, name: 'Too late' }))
  // Who asks is read by now: others are answered as well.
  expect(await page('/my-services/')).toBe(200)
  await cms.fresh.database.write((trx) => sql`delete from staff_account where id = ${person}`.execute(trx))
  turn.resolve()
  await first
  expect(await sent).toBe(401)
  expect(cms.git('for-each-ref')).toBe(before)
})

it('what waits for its turn is done when its writer serves one organisation more by then', async () => {
  const turn = Promise.withResolvers<void>()
  const first = cms.repository.writing(() => turn.promise)
  const sent = action('persistEntry', saving('club', { ...exampleService, name: 'In good time' }))
  expect(await page('/my-services/')).toBe(200)
  await give('provider', 'provider', poolProvider)
  turn.resolve()
  await first
  expect(await sent).toBe(200)
})

it('what waits for its turn is not done when its writer serves another organisation instead by then', async () => {
  const before = cms.git('for-each-ref')
  const turn = Promise.withResolvers<void>()
  const first = cms.repository.writing(() => turn.promise)
  const sent = action('persistEntry', saving('club', { ...exampleService, name: 'Too late' }))
  expect(await page('/my-services/')).toBe(200)
  await cms.fresh.database.write((trx) =>
    sql`delete from staff_grant where account_id = ${person}`.execute(trx),
  )
  await give('provider', 'provider', poolProvider)
  turn.resolve()
  await first
  expect(await sent).toBe(403)
  expect(cms.git('for-each-ref')).toBe(before)
})

it('nobody uploads pictures without end', async () => {
  const statuses = []
  for (let sent = 0; sent < 61; sent += 1)
    statuses.push((await cms.upload('provider', clubProvider, new Uint8Array())).status)
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([422]))
  expect(statuses.at(-1)).toBe(429)
})
