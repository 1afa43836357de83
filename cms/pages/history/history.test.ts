import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { morePeople } from '../../people.fixture.ts'
import { poolService, type RunningCms, saving, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
  cms.setDay('2026-11-22')
})

afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const here = '/records/services/club/history/'
const main = () => cms.git('rev-parse', 'main')

/** A provider's change, published by an editor. */
async function publish(name: string, person = 'provider') {
  expect((await cms.ask(person, 'persistEntry', saving('club', { ...exampleService, name }))).status).toBe(
    200,
  )
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
  expect((await cms.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
}

/** What the page says, without its tags. */
function wordsOf(body: string): string {
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([:.,])/g, '$1')
}

/** The fields of the button that puts a version back; the newest first. */
function buttonsIn(body: string): Record<string, string>[] {
  return body
    .split('<form ')
    .filter((part) => part.includes('put-back/'))
    .map((part) =>
      Object.fromEntries(
        [...part.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      ),
    )
}

it('says who changed what and when, field by field, the newest first', async () => {
  await publish('Sunday club')
  cms.setDay('2026-11-23')
  await publish('Monday club', 'editor')
  const { statusCode, body } = await cms.get('editor', here)
  expect(statusCode).toBe(200)
  const words = wordsOf(body)
  expect(words).toContain('History of “Monday club”')
  expect(words).toMatch(
    /Changed on 23 November 2026, midday Published now By Name of account-editor \(editor\)\. Name Before: Sunday club After: Monday club .*Changed on 22 November 2026, midday Written by Name of account-provider \(provider\)\. Published by Name of account-editor \(editor\)\. Name Before: Saturday club After: Sunday club .*The first version/,
  )
  expect(body).not.toContain('@accounts.invalid')
})

it('keeps in the commit that publishes who approved it, and names them', async () => {
  const council = await startCms({ more: { schools: morePeople['schools'] ?? [] } })
  const move = (newStatus: string) =>
    council.ask('schools', 'updateUnpublishedEntryStatus', { ...club, newStatus })
  await council.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  await move('pending_publish')
  expect((await council.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
  const trailers = '--format=%an %s %(trailers:separator=%x3B)'
  expect(council.git('log', '-1', trailers, 'main')).toBe(
    'editor Publish services/club Approved-by: editor <account-schools@accounts.invalid>',
  )
  const words = wordsOf((await council.get('editor', here)).body)
  expect(words).toMatch(
    /Written by Name of account-provider \(provider\)\. Approved by Name of account-schools \(editor\)\. Published by Name of account-editor/,
  )
  await council.stop()
})

it('says what a draft would change, and where it stands', async () => {
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  const words = wordsOf((await cms.get('provider', here)).body)
  expect(words).toContain(
    'Draft, last saved by Name of account-provider (provider) on 22 November 2026, midday.',
  )
  expect(words).toContain('Name On the site: Saturday club In the draft: Sunday club')
})

it('puts an earlier version back with one button, in a new commit that is published', async () => {
  await publish('Sunday club')
  const before = main()
  const [first] = buttonsIn((await cms.get('editor', here)).body)
  const done = await cms.post('editor', `${here}put-back/`, first ?? {})
  expect(done.statusCode).toBe(303)
  expect(cms.git('show', 'main:services/club.md')).toContain('name: Saturday club')
  expect(cms.git('log', '-1', '--format=%an %s %P', 'main')).toBe(`editor Restore services/club ${before}`)
  expect(cms.published.at(-1)).toBe(main())
  expect(cms.deeds.at(-1)).toMatchObject({ actor: 'account-editor', action: 'restore' })
  const words = wordsOf((await cms.get('editor', `${here}?done=put-back`)).body)
  expect(words).toContain('The earlier version is back.')
  expect(words).toContain('An earlier version put back on 22 November 2026, midday Published now')
  const again = await cms.post('editor', `${here}put-back/`, first ?? {})
  expect(again.statusCode).toBe(409)
  expect(again.body).toMatch(/There is a problem.*This page was changed after you opened its history/s)
  expect(again.body).toContain('Put back this version')
})

it('says of a publication from before approvers were written down that it does not name one', async () => {
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  const tip = cms.git('rev-parse', 'refs/heads/cms/services/club')
  const before = main()
  const commit = await cms.repository.commit({
    ...{ parents: [before, tip], message: 'Publish services/club', at: 0 },
    changes: [{ path: 'services/club.md', blob: cms.git('rev-parse', `${tip}:services/club.md`) }],
    author: { role: 'editor', accountId: 'account-editor' },
  })
  cms.git('update-ref', 'refs/heads/main', commit)
  expect(wordsOf((await cms.get('editor', here)).body)).toMatch(
    /account-provider \(provider\)\. Who approved it was not written down at that time\. Published by/,
  )
})

it('brings back a page that was removed', async () => {
  await publish('Sunday club')
  await cms.ask('editor', 'deleteFiles', { paths: ['services/club.md'] })
  const { body } = await cms.get('editor', here)
  expect(wordsOf(body)).toContain('Removed on')
  const [newest] = buttonsIn(body)
  expect((await cms.post('editor', `${here}put-back/`, newest ?? {})).statusCode).toBe(303)
  expect(cms.git('show', 'main:services/club.md')).toContain('name: Sunday club')
})

it('puts nothing back that was never published, does not fit, or was asked for by a page of another site', async () => {
  await publish('Sunday club')
  const draft = cms.git('rev-parse', 'main^2')
  const [first = {}] = buttonsIn((await cms.get('editor', here)).body)
  const put = async (fields: Record<string, string>, headers = {}) =>
    (await cms.post('editor', `${here}put-back/`, { ...first, ...fields }, headers)).statusCode
  expect(await put({ version: draft })).toBe(404)
  expect(await put({ version: 'main' })).toBe(404)
  expect(await put({ version: '0'.repeat(40) })).toBe(404)
  expect(await put({ csrf: '' })).toBe(403)
  expect(await put({}, { origin: 'https://evil.example' })).toBe(403)
  expect(await put({ version: main() })).toBe(422)
  expect(cms.git('log', '-1', '--format=%s', 'main')).toBe('Publish services/club')
})

it('is read by the provider of the record and by editors; only editors put back', async () => {
  await publish('Sunday club')
  const [first = {}] = buttonsIn((await cms.get('editor', here)).body)
  const own = await cms.get('provider', here)
  expect(own.statusCode).toBe(200)
  expect(own.body).not.toContain('Put back this version')
  const put = (person: string) =>
    cms.post(person, `${here}put-back/`, { ...first, csrf: `token-of-${person}` })
  expect((await put('provider')).statusCode).toBe(403)
  expect((await put('pool')).statusCode).toBe(403)
  expect((await put('nobody')).statusCode).toBe(401)
  expect((await cms.get('pool', here)).statusCode).toBe(404)
  expect((await cms.get('navigator', here)).statusCode).toBe(403)
  expect((await cms.get('nobody', here)).statusCode).toBe(303)
  expect((await cms.get('provider', '/records/routes/wrong/history/')).statusCode).toBe(404)
  expect((await cms.get('editor', '/records/area/area/history/')).statusCode).toBe(200)
  expect((await cms.get('editor', '/records/secrets/x/history/')).statusCode).toBe(404)
  expect((await cms.get('editor', '/records/services/..%2farea/history/')).statusCode).toBe(400)
})

it('goes with a service to its new provider, and away from the old one', async () => {
  const given = { ...poolService, provider: exampleService.provider }
  const place = { collection: 'services', slug: 'quiet-swim' }
  await cms.ask('editor', 'persistEntry', saving('quiet-swim', given))
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...place, newStatus: 'pending_publish' })
  await cms.ask('editor', 'publishUnpublishedEntry', place)
  expect((await cms.get('provider', '/records/services/quiet-swim/history/')).statusCode).toBe(200)
  expect((await cms.get('pool', '/records/services/quiet-swim/history/')).statusCode).toBe(404)
})

it('shows an editor of another directorate what was published, and no draft', async () => {
  const other = await startCms({
    more: { leisure: morePeople['leisure'] ?? [], schools: morePeople['schools'] ?? [] },
  })
  await other.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Not told yet' }))
  const path = '/records/services/club/history/'
  expect((await other.get('schools', path)).body).toContain('Not told yet')
  const { statusCode, body } = await other.get('leisure', path)
  expect(statusCode).toBe(200)
  expect(body).toContain('Saturday club')
  expect(body).not.toContain('Not told yet')
  expect(body).not.toContain('Put back this version')
  expect((await other.get('leisure', '/drafts/services/club/')).body).not.toContain('Not told yet')
  expect((await other.get('leisure', '/drafts/')).body).not.toContain('Not told yet')
  await other.stop()
})
