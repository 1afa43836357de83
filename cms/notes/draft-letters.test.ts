import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountStore } from '#platform/accounts/account-store.ts'
import { exampleService } from '#records/example-content.fixture.ts'
import { morePeople } from '../people.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms

const club = { collection: 'services', slug: 'club' }
const here = '/drafts/services/club/'
const link = `http://localhost:8080${here}`

const save = (person: string, name = 'Sunday club') =>
  cms.ask(person, 'persistEntry', saving('club', { ...exampleService, name }))
const move = async (person: string, newStatus: string) => {
  const { status } = await cms.ask(person, 'updateUnpublishedEntryStatus', { ...club, newStatus })
  expect(status).toBe(200)
}
const publish = (person: string) => cms.ask(person, 'publishUnpublishedEntry', club)

/** Who got a letter since the last look, in what words. */
async function told(): Promise<string[]> {
  await cms.publishDue()
  return (await cms.letters()).map(({ to, subject }) => `${to}: ${subject}`).toSorted()
}

beforeEach(async () => {
  const { schools = [], leisure = [], both = [] } = morePeople
  cms = await startCms({ more: { schools, leisure, both } })
  cms.setTime('2026-11-22T12:00Z')
  await save('provider')
})

afterEach(() => cms.stop())

const waits = '“Sunday club” waits for you to look at it'

describe('editors are told of a draft that was sent for review', () => {
  it('those of the area and those whose directorate looks after it, with a link and no name of a person', async () => {
    expect(await told()).toEqual([])
    await move('provider', 'pending_review')
    await cms.publishDue()
    const letters = await cms.letters()
    expect(letters.map(({ to }) => to).toSorted()).toEqual(['editor@example.org', 'schools@example.org'])
    for (const { subject, text } of letters) {
      expect(subject).toBe(waits)
      expect(text).toContain(link)
      expect(text).not.toContain('account-provider')
    }
  })

  it('once, however often it is saved again', async () => {
    await move('provider', 'pending_review')
    expect(await told()).toHaveLength(2)
    await save('provider', 'Monday club')
    expect(await told()).toEqual([])
  })

  it('once, when it is taken back and sent again within an hour; and anew after that', async () => {
    await move('provider', 'pending_review')
    await move('provider', 'draft')
    expect(await told()).toEqual([])
    await move('provider', 'pending_review')
    expect(await told()).toHaveLength(2)
    await move('provider', 'draft')
    cms.setTime('2026-11-22T12:59Z')
    await move('provider', 'pending_review')
    expect(await told()).toEqual([])
    await move('provider', 'draft')
    cms.setTime('2026-11-22T13:00Z')
    await move('provider', 'pending_review')
    expect(await told()).toHaveLength(2)
  })

  it('anew when an editor gave it back', async () => {
    await move('provider', 'pending_review')
    await told()
    await move('editor', 'draft')
    await told()
    cms.setTime('2026-11-22T12:05Z')
    await move('provider', 'pending_review')
    expect(await told()).toHaveLength(2)
  })

  it('anew when a text that was approved is changed', async () => {
    await move('editor', 'pending_publish')
    await told()
    await save('provider', 'Monday club')
    expect(await told()).toEqual([
      'editor@example.org: “Monday club” waits for you to look at it',
      'schools@example.org: “Monday club” waits for you to look at it',
    ])
  })

  it('but not the one who sent it', async () => {
    await move('schools', 'pending_review')
    expect(await told()).toEqual([`editor@example.org: ${waits}`])
  })

  it('and of another draft of the page after that', async () => {
    await move('provider', 'pending_review')
    await told()
    await cms.ask('provider', 'deleteUnpublishedEntry', club)
    expect(await told()).toEqual([])
    await save('provider')
    await move('provider', 'pending_review')
    expect(await told()).toHaveLength(2)
  })
})

describe('whoever wrote a draft is told what became of it', () => {
  it('that it is approved, and that it is published, with where to look', async () => {
    await move('editor', 'pending_publish')
    const [approved, ...others] = await cms.letters()
    expect(others).toEqual([])
    expect(approved).toMatchObject({
      to: 'provider@example.org',
      subject: 'Your change of “Sunday club” is approved',
      text: expect.stringContaining(link),
    })
    await publish('editor')
    expect(await cms.letters()).toEqual([
      expect.objectContaining({
        to: 'provider@example.org',
        subject: 'Your change of “Sunday club” is published',
        text: expect.stringContaining('http://localhost:8080/services/club/'),
      }),
    ])
  })

  it('that it was given back', async () => {
    await move('provider', 'pending_review')
    await told()
    await move('editor', 'draft')
    expect(await told()).toEqual(['provider@example.org: Your change of “Sunday club” came back to you'])
  })

  it('by the note alone, when an editor asks for something else', async () => {
    const seen = /name="seen" value="([^"]+)"/.exec((await cms.get('editor', here)).body)?.[1] ?? ''
    await cms.post('editor', here, { csrf: 'token-of-editor', do: 'ask', text: 'Which hall?', seen })
    const note = 'A note about your change of “Sunday club”'
    expect(await told()).toEqual([`both@example.org: ${note}`, `provider@example.org: ${note}`])
  })

  it('even when an editor changed it since, but not of what they did themselves', async () => {
    await move('provider', 'pending_review')
    await told()
    await save('editor', 'Monday club')
    await move('editor', 'pending_publish')
    expect(await told()).toEqual(['provider@example.org: Your change of “Monday club” is approved'])
    await publish('editor')
    await cms.letters()
    await save('editor')
    await move('editor', 'pending_publish')
    await publish('editor')
    expect(await told()).toEqual([])
  })

  it('unless they keep this page no more', async () => {
    const { database, clock } = cms.fresh
    const accounts = createAccountStore({ database, clock, newId: () => 'nobody' })
    await database.write((trx) => accounts.replaceGrants(trx, 'account-provider', []))
    await move('editor', 'pending_publish')
    expect(await told()).toEqual([])
  })
})
