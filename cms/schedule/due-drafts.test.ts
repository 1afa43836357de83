import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAccountStore } from '#platform/accounts/account-store.ts'
import { exampleService } from '#records/example-content.fixture.ts'
import { openContentRepository } from '../git/content-repository.ts'
import { mainRef } from '../git/main-branch.ts'
import { morePeople } from '../people.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms

const club = { collection: 'services', slug: 'club' }
const here = '/drafts/services/club/'
const save = (person: string, fields: object) =>
  cms.ask(person, 'persistEntry', saving('club', { ...exampleService, ...fields }))
const stateOf = () => {
  const text = cms.git('cat-file', 'blob', 'refs/cms/entries/services/club')
  return JSON.parse(text)
}
const subjects = () => cms.git('log', '--first-parent', '--format=%s', 'main').split('\n')

beforeEach(async () => {
  const { schools = [], leisure = [] } = morePeople
  cms = await startCms({ more: { schools, leisure } })
  cms.setTime('2026-11-22T12:00Z')
  await save('provider', { name: 'Sunday club' })
  const seen = /name="seen" value="([^"]+)"/.exec((await cms.get('editor', here)).body)?.[1] ?? ''
  const form = { csrf: 'token-of-editor', seen, do: 'schedule', date: '2026-12-01', time: '9am' }
  expect((await cms.post('editor', here, form)).statusCode).toBe(303)
  const told = (await cms.letters()).map(({ to, subject }) => `${to}: ${subject}`)
  expect(told).toEqual(['provider@example.org: Your change of “Sunday club” is approved'])
})

afterEach(() => cms.stop())

it('publishes at the time that an editor set, once, in the name of that editor', async () => {
  expect(stateOf()).toMatchObject({
    status: 'pending_publish',
    scheduled: { for: Date.parse('2026-12-01T09:00Z'), by: { role: 'editor', accountId: 'account-editor' } },
  })
  cms.setTime('2026-12-01T08:59:59Z')
  await cms.publishDue()
  expect(cms.published).toEqual([])

  cms.setTime('2026-12-01T09:00Z')
  await Promise.all([cms.publishDue(), cms.publishDue()])
  await cms.publishDue()
  expect(cms.published).toEqual([cms.git('rev-parse', 'main')])
  expect(cms.git('show', 'main:services/club.md')).toContain('Sunday club')
  expect(cms.git('log', '-1', '--format=%an %ae', 'main')).toBe('editor account-editor@accounts.invalid')
  expect(subjects().filter((subject) => subject === 'Publish services/club')).toHaveLength(1)
  expect(cms.git('for-each-ref', 'refs/heads/cms', 'refs/cms/entries')).toBe('')
  expect(cms.deeds.at(-1)).toMatchObject({ actor: 'account-editor', action: 'publish' })
  expect((await cms.letters()).map(({ subject }) => subject)).toEqual([
    'Your change of “Sunday club” is published',
  ])
})

it('publishes what it missed while it did not run', async () => {
  cms.setTime('2026-12-03T09:00Z')
  await cms.publishDue()
  expect(cms.git('show', 'main:services/club.md')).toContain('Sunday club')
})

it('a crash in the middle of publishing leaves it for the next time, and then it is published once', async () => {
  cms.setTime('2026-12-01T09:00Z')
  const main = cms.git('rev-parse', 'main')
  const tip = cms.git('rev-parse', 'refs/heads/cms/services/club')
  const entry = cms.git('rev-parse', 'refs/cms/entries/services/club')
  const merged = await cms.repository.commit({
    ...{ parents: [main, tip], changes: [], author: { role: 'editor', accountId: 'account-editor' } },
    ...{ message: 'Publish services/club', at: 0 },
  })
  // It got as far as main; the draft is not removed yet.
  const begun = [
    { ref: mainRef, from: main, to: merged },
    { ref: 'refs/heads/cms/services/club', from: tip, to: null },
    { ref: 'refs/cms/entries/services/club', from: entry, to: null },
  ]
  writeFileSync(join(cms.repository.gitDir, 'moving-refs.json'), JSON.stringify(begun))
  cms.git('update-ref', mainRef, merged)
  const afterCrash = await openContentRepository({
    gitDir: cms.repository.gitDir,
    seedFrom: join(cms.repository.gitDir, '../seed'),
  })
  await afterCrash.close()
  expect(cms.git('rev-parse', 'main')).toBe(main)

  await cms.publishDue()
  await cms.publishDue()
  expect(subjects().filter((subject) => subject === 'Publish services/club')).toHaveLength(1)
  expect(cms.git('show', 'main:services/club.md')).toContain('Sunday club')
})

it('leaves it in review, and says why once, when somebody published another change of the same field', async () => {
  const other = await cms.repository.writeBlob(
    cms.git('show', 'main:services/club.md').replace(/^name: .*$/m, 'name: Monday club'),
  )
  const main = cms.git('rev-parse', 'main')
  const next = await cms.repository.commit({
    ...{ parents: [main], changes: [{ path: 'services/club.md', blob: other }] },
    ...{ author: { role: 'editor', accountId: 'e' }, message: 'Change services/club', at: 0 },
  })
  await cms.repository.updateRefs([{ ref: mainRef, from: main, to: next }])

  cms.setTime('2026-12-01T09:00Z')
  await cms.publishDue()
  await cms.publishDue()
  expect(cms.git('rev-parse', 'main')).toBe(next)
  expect(stateOf()).toMatchObject({
    status: 'pending_review',
    notPublished: { by: { accountId: 'account-editor' } },
  })
  expect(stateOf()).not.toHaveProperty('scheduled')
  expect(cms.git('show', 'refs/heads/cms/services/club:services/club.md')).toContain('Sunday club')
  const letters = await cms.letters()
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ['editor@example.org', '“Sunday club” was not published'],
    ['schools@example.org', '“Sunday club” was not published'],
  ])
  expect(letters[0]?.text).toContain('Why: Somebody published another change of “Name”')
  const page = (await cms.get('editor', here)).body
  expect(page).toContain('This was not published on 1 December 2026, 9am.')
  expect((await cms.get('editor', '/drafts/')).body).toContain('Not published')
})

it('names the field in the letter, and not what it holds, when the text does not pass the check any more', async () => {
  const tip = cms.git('rev-parse', 'refs/heads/cms/services/club')
  const text = cms.git('show', `${tip}:services/club.md`)
  const wrong = await cms.repository.writeBlob(text.replace(/^status: .*$/m, 'status: "ask Jane Smith"'))
  const next = await cms.repository.commit({
    ...{ parents: [tip], changes: [{ path: 'services/club.md', blob: wrong }] },
    ...{ author: { role: 'editor', accountId: 'e' }, message: 'Change services/club', at: 0 },
  })
  cms.git('update-ref', 'refs/heads/cms/services/club', next)
  cms.setTime('2026-12-01T09:00Z')
  await cms.publishDue()
  expect(stateOf()).toMatchObject({ notPublished: { why: expect.stringContaining('Jane') } })
  const [letter] = await cms.letters()
  expect(letter?.text).toContain('Why: Status is not as it must be.')
  expect(letter?.text).not.toContain('Jane')
})

it('does not publish for somebody who may not publish any more', async () => {
  const { database, clock } = cms.fresh
  const accounts = createAccountStore({ database, clock, newId: () => 'nobody' })
  await database.write((trx) => accounts.replaceGrants(trx, 'account-editor', []))
  cms.setTime('2026-12-01T09:00Z')
  await cms.publishDue()
  expect(cms.published).toEqual([])
  expect(stateOf().notPublished.why).toBe('The person who set the time may not publish this page any more.')
})

it('a change by the provider takes the time back and says so; one by an editor keeps it', async () => {
  await save('editor', { name: 'Sunday club for all' })
  expect(stateOf()).toMatchObject({ status: 'pending_publish', scheduled: { by: { role: 'editor' } } })
  await save('provider', { name: 'Sunday club for many' })
  expect(stateOf()).toMatchObject({
    status: 'pending_review',
    notPublished: { at: Date.parse('2026-11-22T12:00Z') },
  })
  cms.setTime('2026-12-01T09:00Z')
  await cms.publishDue()
  expect(cms.published).toEqual([])
  expect((await cms.get('provider', here)).body).toContain('The text was changed after the time was set')
  expect((await cms.letters()).map(({ to }) => to)).toEqual(['editor@example.org', 'schools@example.org'])
})

it('a state of an older program, without a time, still opens', async () => {
  const old = {
    version: 1,
    status: 'pending_review',
    savedBy: { role: 'provider', accountId: 'x' },
    savedAt: 1,
  }
  cms.git('update-ref', 'refs/cms/entries/services/club', await cms.repository.writeBlob(JSON.stringify(old)))
  const answer = await cms.ask('editor', 'unpublishedEntry', club)
  expect(answer.body).toMatchObject({ status: 'pending_review' })
})
