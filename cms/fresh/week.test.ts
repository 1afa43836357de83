import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { morePeople } from '../people.fixture.ts'
import { buildFailed, buildWorks, siteSubject } from '../publish/build-news.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'
import { sendWeeklyLetters } from './week.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
  // A Monday.
  cms.setDay('2026-11-23')
})

afterEach(() => cms.stop())

async function letters(date: string) {
  cms.setDay(date)
  await sendWeeklyLetters(cms.fresh)
  return cms.letters()
}

async function submitDraft() {
  const place = { collection: 'services', slug: 'club' }
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  await cms.ask('provider', 'updateUnpublishedEntryStatus', { ...place, newStatus: 'pending_review' })
}

it('tells each editor once a week what waits, without a word of what it says', async () => {
  await submitDraft()
  const [letter, ...more] = await letters('2026-11-23')
  expect(more).toEqual([])
  expect(letter).toMatchObject({
    to: 'editor@example.org',
    subject: 'Local Offer this week: 1 waiting, 0 overdue',
  })
  expect(letter?.text).not.toContain('Sunday club')
  expect(letter?.text).toContain('http://localhost:8080/weekly-list/')
  expect(await letters('2026-11-24')).toEqual([])
  expect(await letters('2026-11-30')).toHaveLength(1)
})

it('counts what is overdue, what is due soon and what could not be built', async () => {
  const failed = { actor: 'system', action: buildFailed, subject: siteSubject } as const
  await cms.fresh.database.write((trx) => cms.fresh.audit.record(trx, failed))
  expect((await letters('2026-11-23'))[0]?.text).toContain('1 time in the last 7 days')
  const [letter] = await letters('2027-10-11')
  expect(letter?.subject).toBe('Local Offer this week: 0 waiting, 4 overdue')
  expect(letter?.text).toContain('Every change reached the site')
})

it('says that what was published last is not on the site for as long as that is so, in the letter and on the page', async () => {
  const note = async (action: typeof buildFailed | typeof buildWorks) => {
    const deed = { actor: 'system', action, subject: siteSubject, detail: { told: true } }
    await cms.fresh.database.write((trx) => cms.fresh.audit.record(trx, deed))
  }
  await note(buildFailed)
  expect((await letters('2026-12-07'))[0]?.text).toContain('Families do not see what was published last')
  expect((await cms.get('editor', '/weekly-list/')).body).toMatch(/families do not see.*href="\/drafts\/"/)
  cms.setDay('2026-12-13')
  await note(buildFailed)
  await note(buildWorks)
  expect((await letters('2026-12-14'))[0]?.text).toContain('1 time in the last 7 days')
  expect((await cms.get('editor', '/weekly-list/')).body).toContain('It works again')
  expect((await letters('2026-12-28'))[0]?.text).toContain('Every change reached the site')
})

it('shows editors the list behind it, where they stop the email and start it again', async () => {
  await submitDraft()
  const page = await cms.get('editor', '/weekly-list/')
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('<a href="/drafts/services/club/">Sunday club</a>, in review')
  const csrf = { csrf: 'token-of-editor' }
  expect((await cms.post('editor', '/weekly-list/', { ...csrf, letter: 'no' })).statusCode).toBe(303)
  expect(await letters('2026-11-23')).toEqual([])
  expect((await cms.get('editor', '/weekly-list/')).body).toContain('You get no weekly email.')
  await cms.post('editor', '/weekly-list/', { ...csrf, letter: 'yes' })
  expect(await letters('2026-11-23')).toHaveLength(1)
})

it('is for editors only, and takes forms from its own page only', async () => {
  expect((await cms.get('provider', '/weekly-list/')).statusCode).toBe(403)
  expect((await cms.get('navigator', '/weekly-list/')).statusCode).toBe(403)
  const signIn = await cms.get('nobody', '/weekly-list/')
  expect(signIn.headers.location).toBe('/sign-in/?next=%2Fweekly-list%2F')
  const stop = { letter: 'no' }
  expect((await cms.post('editor', '/weekly-list/', stop)).statusCode).toBe(403)
  expect((await cms.post('nobody', '/weekly-list/', stop)).statusCode).toBe(401)
  const token = { ...stop, csrf: 'token-of-editor' }
  const evil = { origin: 'https://evil.example' }
  expect((await cms.post('editor', '/weekly-list/', token, evil)).statusCode).toBe(403)
})

it('tells an editor of a directorate of what it looks after alone, in the letter and on the page', async () => {
  await cms.stop()
  cms = await startCms({
    more: { schools: morePeople['schools'] ?? [], leisure: morePeople['leisure'] ?? [] },
  })
  cms.setDay('2026-11-23')
  await submitDraft()
  const subjects = async (date: string) =>
    Object.fromEntries((await letters(date)).map(({ to, subject }) => [to.split('@')[0], subject]))
  expect(await subjects('2026-11-23')).toEqual({
    editor: 'Local Offer this week: 1 waiting, 0 overdue',
    schools: 'Local Offer this week: 1 waiting, 0 overdue',
    leisure: 'Local Offer this week: 0 waiting, 0 overdue',
  })
  // Guidance is for editors of the area.
  expect(await subjects('2027-10-11')).toEqual({
    editor: 'Local Offer this week: 1 waiting, 4 overdue',
    schools: 'Local Offer this week: 1 waiting, 1 overdue',
    leisure: 'Local Offer this week: 0 waiting, 1 overdue',
  })
  expect((await cms.get('schools', '/weekly-list/')).body).toContain('Saturday club')
  const leisure = (await cms.get('leisure', '/weekly-list/')).body
  expect(leisure).toContain('Quiet swim')
  expect(leisure).not.toContain('Saturday club')
  expect((await cms.get('provider', '/weekly-list/')).statusCode).toBe(403)
})
