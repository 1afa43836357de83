import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
  cms.setDay('2026-11-22')
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
})

afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const here = '/records/services/club/notes/'

async function write(person: string, text: string, headers = {}) {
  return cms.post(person, here, { csrf: `token-of-${person}`, text }, headers)
}

it('an editor asks, the provider hears of it by email and answers, the editor hears of that', async () => {
  expect((await write('editor', 'Is the <new> number right?\r\nPlease look.')).headers.location).toBe(
    `${here}?done=sent`,
  )
  const [asked, ...more] = await cms.letters()
  expect(more).toEqual([])
  expect(asked).toMatchObject({
    to: 'provider@example.org',
    subject: 'A note about your change of “Sunday club”',
  })
  expect(asked?.text).toContain(`http://localhost:8080${here}`)
  expect(asked?.text).not.toContain('number')

  const page = await cms.get('provider', here)
  expect(page.body).toContain('Is the &lt;new&gt; number right?\nPlease look.')
  expect(page.body).toContain('Name of account-editor (editor), 22 November 2026')
  await write('provider', 'Yes, it is.')
  expect((await cms.letters()).map(({ to }) => to)).toEqual(['editor@example.org'])
  expect((await cms.get('editor', here)).body).toContain('Yes, it is.')
})

it('notes go with the draft, published or thrown away', async () => {
  await write('provider', 'Please hurry.')
  await cms.ask('editor', 'deleteUnpublishedEntry', club)
  expect((await cms.get('provider', here)).statusCode).toBe(404)
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

it('is closed to everybody else, and to forms of other sites', async () => {
  await write('editor', 'For the club alone.')
  await cms.letters()
  expect((await cms.get('pool', here)).statusCode).toBe(404)
  expect((await write('pool', 'x')).statusCode).toBe(404)
  expect((await cms.get('navigator', here)).statusCode).toBe(403)
  expect((await cms.get('nobody', here)).statusCode).toBe(303)
  expect((await cms.post('provider', here, { text: 'x' })).statusCode).toBe(403)
  expect((await write('provider', 'x', { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await cms.get('editor', '/records/services/quiet-swim/notes/')).statusCode).toBe(404)
  expect(await cms.letters()).toEqual([])
})
