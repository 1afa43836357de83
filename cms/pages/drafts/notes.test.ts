import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAccountStore } from '#platform/accounts/account-store.ts'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, saving, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
  cms.setDay('2026-11-22')
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
})

afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const here = '/drafts/services/club/'

async function write(person: string, text: string, headers = {}) {
  return cms.post(person, here, { csrf: `token-of-${person}`, do: 'note', text }, headers)
}

it('an editor asks, the provider hears of it by email and answers, the editor hears of that', async () => {
  expect((await write('editor', 'Is the <new> number right?\r\nPlease look.')).headers.location).toBe(
    `${here}?done=noted`,
  )
  const letters = await cms.letters()
  const asked = letters.find(({ to }) => to === 'provider@example.org')
  expect(letters.every(({ to }) => to === 'provider@example.org' || to === 'both@example.org')).toBe(true)
  expect(asked).toMatchObject({
    subject: 'A note about your change of “Sunday club”',
  })
  expect(asked?.text).toContain(`http://localhost:8080${here}#notes`)
  expect(asked?.text).not.toContain('number')

  const page = await cms.get('provider', here)
  expect(page.body).toContain('Is the &lt;new&gt; number right?\nPlease look.')
  expect(page.body).toContain('Name of account-editor (editor), 22 November 2026')
  await write('provider', 'Yes, it is.')
  expect((await cms.letters()).map(({ to }) => to)).toEqual(['editor@example.org'])
  expect((await cms.get('editor', here)).body).toContain('Yes, it is.')
})

it('says truly who hears of a note, before it is written and after', async () => {
  const said = async (person: string) => (await cms.get(person, `${here}?done=noted`)).body
  const people = 'The people of its organisation get an email that there is a note.'
  expect((await said('editor')).split(people)).toHaveLength(3)
  expect((await said('provider')).split('They get no email.')).toHaveLength(3)
  await write('editor', 'Is it right?')
  expect((await said('provider')).split('The editors who wrote here get an email')).toHaveLength(3)
  const { database, clock } = cms.fresh
  const accounts = createAccountStore({ database, clock, newId: () => 'nobody' })
  for (const person of ['provider', 'both'])
    await database.write((trx) => accounts.replaceGrants(trx, `account-${person}`, []))
  await cms.letters()
  expect((await said('editor')).split('Nobody of its organisation has an account here')).toHaveLength(3)
  await write('editor', 'Is anybody there?')
  expect(await cms.letters()).toEqual([])
})

it('what an editor asks for when they give it back stands above all else', async () => {
  await cms.ask('provider', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_review' })
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await cms.get('editor', here)).body) ?? []
  const ask = { csrf: 'token-of-editor', seen, do: 'ask', text: 'Is the <new> number right?' }
  expect((await cms.post('editor', here, ask)).headers.location).toBe(`${here}?done=sent-back`)
  await write('provider', 'Which number?')
  const [top] = (await cms.get('provider', here)).body.split('What would change')
  expect(top).toContain('Name of account-editor (editor) asks:')
  expect(top).toContain('Is the &lt;new&gt; number right?')
  expect(top).not.toContain('Which number?')
})

it('notes end with the draft', async () => {
  await write('provider', 'Please hurry.')
  await cms.ask('editor', 'deleteUnpublishedEntry', club)
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  expect((await cms.get('provider', here)).body).toContain('There are no notes yet.')
  await write('provider', 'Please hurry.')
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
  await cms.ask('editor', 'publishUnpublishedEntry', club)
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Monday club' }))
  expect((await cms.get('provider', here)).body).not.toContain('Please hurry.')
})

it('says when nothing was written, or too much, and keeps it', async () => {
  const empty = await write('provider', '  ')
  expect(empty.statusCode).toBe(422)
  expect(empty.body).toContain('<a href="#text">Write your note first.</a>')
  const long = await write('provider', 'x'.repeat(2001))
  expect(long.body).toContain('Write at most 2000 characters.')
  expect(long.body).toContain('x'.repeat(2001))
})

it('are kept when the sign-in has ended, until the person is back', async () => {
  const ended = await write('nobody', 'Is it <right>?')
  expect(ended.statusCode).toBe(401)
  expect(ended.body).toContain('name="text" value="Is it &lt;right&gt;?"')
  const back = await cms.post('provider', here, { csrf: 'of the old session', do: 'note', text: 'Is it?' })
  expect(back.statusCode).toBe(403)
  expect(back.body).toContain('You have signed in again.')
  expect(back.body).toContain('Is it?</textarea>')
  expect(back.body).toContain('There are no notes yet.')
})

it('are no way to flood others with emails', async () => {
  for (let time = 0; time < 30; time += 1) await write('provider', 'Look at it.')
  const late = await write('provider', 'And at this.')
  expect(late.statusCode).toBe(422)
  expect(late.body).toContain('Wait ten minutes')
  expect(late.body).toContain('And at this.</textarea>')
})

it('leads from where notes stood before, as letters have it', async () => {
  const reply = await cms.get('provider', '/records/services/club/notes/')
  expect([reply.statusCode, reply.headers.location]).toEqual([308, `${here}#notes`])
  expect((await cms.get('nobody', '/records/services/club/notes/')).statusCode).toBe(303)
})

it('is closed to everybody else, and to forms of other sites', async () => {
  await write('editor', 'For the club alone.')
  await cms.letters()
  expect((await cms.get('pool', here)).statusCode).toBe(404)
  expect((await write('pool', 'x')).statusCode).toBe(404)
  expect((await cms.get('navigator', here)).statusCode).toBe(403)
  expect((await cms.get('nobody', here)).statusCode).toBe(303)
  expect((await cms.post('provider', here, { do: 'note', text: 'x' })).statusCode).toBe(403)
  expect((await write('provider', 'x', { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect(await cms.letters()).toEqual([])
})
