import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { poolProvider } from '../people.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'
import { createKeptTexts } from './kept-texts.ts'

let cms: RunningCms
beforeEach(async () => {
  cms = await startCms()
})
afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const draftText = () => cms.git('show', 'cms/services/club:services/club.md')
const keptOf = (person: string) => createKeptTexts(cms.repository).of(`account-${person}`)
const saved = z.object({ version: z.string(), meanwhile: z.string().nullable() })

async function opened(path = 'services/club.md'): Promise<string> {
  const { body } = await cms.ask('editor', 'getEntry', { path })
  return z.object({ version: z.string() }).parse(body).version
}

const save = (person: string, fields: object, openedVersion: string, more: object = {}) =>
  cms.ask(person, 'persistEntry', {
    ...saving('club', { ...exampleService, ...fields }, { openedVersion }),
    ...more,
  })

describe('two people who save one page at the same time', () => {
  it('both keep what they changed in different fields, and the second is told what else has changed', async () => {
    const version = await opened()
    await save('provider', { contact: { telephone: '01632 960 099' } }, version)
    const second = await save('editor', { name: 'Sunday club' }, version)
    expect(second).toMatchObject({ status: 200 })
    expect(saved.parse(second.body).meanwhile).toBe(
      'Name of account-provider also changed “Contact › Telephone” meanwhile. Both changes are kept.',
    )
    expect(draftText()).toMatch(/name: Sunday club[\s\S]*telephone: 01632 960 099/)
  })

  it('do not undo each other by saving once more from a form that shows only their own change', async () => {
    const version = await opened()
    await save('provider', { contact: { telephone: '01632 960 099' } }, version)
    const second = saved.parse((await save('editor', { name: 'Sunday club' }, version)).body)
    const third = await save('editor', { name: 'Sunday club', kind: 'Group' }, second.version)
    expect(third.status).toBe(200)
    expect(draftText()).toMatch(/name: Sunday club[\s\S]*kind: Group[\s\S]*telephone: 01632 960 099/)
  })

  it('are told of their own other window as such', async () => {
    const version = await opened()
    await save('editor', { contact: { telephone: '01632 960 099' } }, version)
    const second = await save('editor', { name: 'Sunday club' }, version)
    expect(saved.parse(second.body).meanwhile).toMatch(/^You also changed .* in another window/)
  })

  it('in one field lose nothing: the first stands, the second is kept and asked', async () => {
    const version = await opened()
    await save('provider', { name: 'Friday club' }, version)
    const before = draftText()
    const second = await save('editor', { name: 'Sunday club', kind: 'Group' }, version)
    expect(second).toMatchObject({
      status: 409,
      body: {
        error: expect.stringContaining('Name of account-provider changed “Name” after you opened this page.'),
        address: expect.stringMatching(/^\/drafts\/services\/club\/choose\/\?kept=[0-9a-f]{40}$/),
      },
    })
    expect(draftText()).toBe(before)
    expect(await keptOf('editor')).toMatchObject([
      { ...club, isNew: false, record: { content: { data: { name: 'Sunday club', kind: 'Group' } } } },
    ])
    expect((await keptOf('editor'))[0]?.base?.content.data.name).toBe('Saturday club')
    expect(await keptOf('provider')).toEqual([])
  })

  it('and go on typing have one text kept, not one for each try; another window has its own', async () => {
    const version = await opened()
    await save('provider', { name: 'Friday club' }, version)
    const { body } = await save('editor', { name: 'Sunday club' }, version)
    const keptVersion = /kept=(\w+)/.exec(JSON.stringify(body))?.[1]
    await save('editor', { name: 'Sunday clubs' }, version, { keptVersion })
    expect((await keptOf('editor')).map(({ record }) => record.content.data.name)).toEqual(['Sunday clubs'])
    await save('editor', { name: 'Sundays' }, version)
    const [sundays, clubs] = await keptOf('editor')
    expect([sundays, clubs].map((each) => each?.record.content.data.name)).toEqual([
      'Sundays',
      'Sunday clubs',
    ])
    await save('editor', { kind: 'Group' }, version, { keptVersion: sundays?.record.blob })
    expect((await keptOf('editor')).map(({ record }) => record.blob)).toEqual([clubs?.record.blob])
  })

  it('are asked about all that differs where nobody knows what a form was opened with', async () => {
    await save('provider', { name: 'Friday club' }, await opened())
    for (const forged of ['0'.repeat(40), 'main', cms.git('rev-parse', 'main')])
      expect((await save('editor', { kind: forged.slice(0, 5) }, forged)).status).toBe(409)
    expect(draftText()).toContain('name: Friday club')
  })

  it('are asked where each change is right, but both together are not', async () => {
    const version = await opened()
    await save('provider', { whoFor: { youngest: 10 } }, version)
    expect(await save('editor', { whoFor: { oldest: 5 } }, version)).toMatchObject({ status: 409 })
    expect(await keptOf('editor')).toHaveLength(1)
  })

  it('are twenty: every change is there, and nobody met an error', async () => {
    const start = { contact: { telephone: '01632 960 001' } }
    await save('editor', start, await opened())
    const { body } = await cms.ask('editor', 'unpublishedEntry', club)
    const { version } = z.object({ version: z.string() }).parse(body)
    const lists = ['expect', 'keywords'].flatMap((list) =>
      Array.from({ length: 5 }, (_, index) => ({ [list]: [`${list} ${index}`] })),
    )
    const changes = [
      ...lists,
      ...[
        { name: 'Sunday club' },
        { kind: 'Group' },
        { summary: 'Games for all.' },
        { easyRead: 'We play.' },
      ],
      ...[
        { like: 'One big hall.' },
        { independent: true },
        { contact: { ...start.contact, email: 'a@example.org' } },
      ],
      ...[{ contact: { ...start.contact, website: 'https://example.org/' } }, { whoFor: { youngest: 3 } }],
      { when: { notes: 'Not on bank holidays.' } },
    ]
    expect(changes).toHaveLength(20)
    const replies = await Promise.all(
      changes.map((change) => save('editor', { ...start, ...change }, version)),
    )
    expect(replies.map(({ status }) => status)).toEqual(changes.map(() => 200))
    const text = draftText()
    const words = [...JSON.stringify(changes).matchAll(/:\[?("(?:[^"]+)"|true|3)[\],}]/g)]
    expect(words.length).toBeGreaterThan(20)
    for (const [, word = ''] of words) expect(text).toContain(word.replaceAll('"', ''))
    expect(cms.git('fsck', '--strict', '--no-dangling')).toBe('')
  })
})

describe('somebody whose page is not there, or whose name is taken', () => {
  it('has what they wrote kept when the page was removed meanwhile', async () => {
    const version = await opened()
    await cms.ask('editor', 'deleteFiles', { paths: ['services/club.md'] })
    expect(await save('provider', { name: 'Sunday club' }, version)).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('was removed after you opened it') },
    })
    expect(await keptOf('provider')).toMatchObject([
      { record: { content: { data: { name: 'Sunday club' } } } },
    ])
  })

  it('has a new page kept under a name that another provider has taken, and sees nothing of theirs', async () => {
    const { id: _, ...typed } = exampleService
    const adding = saving('quiet-swim', { ...typed, name: 'Our quiet swim' }, { newEntry: true })
    const answer = await cms.ask('provider', 'persistEntry', adding)
    expect(answer).toMatchObject({ status: 409, body: { error: expect.stringContaining('already a page') } })
    expect(await keptOf('provider')).toMatchObject([{ slug: 'quiet-swim', isNew: true, base: undefined }])
    expect(cms.git('for-each-ref', '--format=%(refname)', 'refs/heads')).toBe('refs/heads/main')
  })

  it('has nothing kept twice that was sent twice', async () => {
    const { id: _, ...typed } = exampleService
    const adding = saving('new-club', typed, { newEntry: true })
    expect((await cms.ask('provider', 'persistEntry', adding)).status).toBe(200)
    expect(await cms.ask('provider', 'persistEntry', adding)).toMatchObject({ status: 409 })
    expect(await keptOf('provider')).toEqual([])
  })

  it('has a new page kept that names another record than the one of the same name', async () => {
    const { id: _, ...typed } = exampleService
    const adding = (fields: object) => saving('new-club', { ...typed, ...fields }, { newEntry: true })
    expect((await cms.ask('editor', 'persistEntry', adding({}))).status).toBe(200)
    const ofPool = adding({ provider: poolProvider })
    expect(await cms.ask('editor', 'persistEntry', ofPool)).toMatchObject({ status: 409 })
    expect(await keptOf('editor')).toMatchObject([
      { isNew: true, record: { facts: { provider: poolProvider } } },
    ])
  })
})

it('shows a kept text as it was sent', async () => {
  const version = await opened()
  await save('provider', { name: 'Friday club' }, version)
  await save('editor', { name: 'Sunday club' }, version)
  const [kept] = await keptOf('editor')
  expect(kept?.record.text).toContain('name: Sunday club')
  expect(cms.git('show', `${kept?.tip}:services/club.md`)).toBe(kept?.record.text.trim())
})
