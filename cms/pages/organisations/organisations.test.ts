import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { clubProvider, morePeople, poolProvider } from '../../people.fixture.ts'
import { type RunningCms, saving, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms
beforeAll(async () => {
  cms = await startCms({ more: { schools: morePeople['schools'] ?? [], both: morePeople['both'] ?? [] } })
})
afterAll(() => cms.stop())

const club = `/organisations/${clubProvider}/`
const pool = `/organisations/${poolProvider}/`
const send = (person: string, path: string, fields: Record<string, string>) =>
  cms.post(person, path, { csrf: `token-of-${person}`, ...fields })
const invite = (person: string, path: string, email: string) =>
  send(person, `${path}invite/`, { name: 'Petra', email })

describe('the list of organisations', () => {
  it('shows editors all of them, with their services and who looks after them', async () => {
    const { body, statusCode } = await cms.get('editor', '/organisations/')
    expect(statusCode).toBe(200)
    expect(body).toContain('2 organisations')
    expect(body).toMatch(/The club[\s\S]*1 service[\s\S]*Looked after by Schools/)
    expect(body).toMatch(/The pool[\s\S]*Looked after by Leisure/)
  })

  it('finds one by a part of its name', async () => {
    const { body } = await cms.get('editor', '/organisations/?find=POO')
    expect(body).toContain('1 of 2 has this in the name.')
    expect(body).not.toContain('The club')
    expect((await cms.get('editor', '/organisations/?find=zzz')).body).toContain(
      'No organisation has this in its name.',
    )
  })

  it('holds what a directorate looks after, or what somebody serves, and nothing else', async () => {
    for (const person of ['schools', 'provider'])
      expect((await cms.get(person, '/organisations/')).headers.location).toBe(club)
    expect((await cms.get('both', '/organisations/')).body).toMatch(/The club[\s\S]*The pool/)
    expect((await cms.get('schools', pool)).statusCode).toBe(404)
    expect((await cms.get('provider', pool)).statusCode).toBe(404)
  })

  it('is for nobody else', async () => {
    expect((await cms.get('navigator', '/organisations/')).statusCode).toBe(403)
    expect((await cms.get('nobody', '/organisations/')).headers.location).toContain('/sign-in/?next=')
  })
})

describe('the people of an organisation', () => {
  it('are invited by an editor, with an email, and are in the list then', async () => {
    const answer = await invite('editor', pool, 'petra@pool.example.org')
    expect(answer.headers.location).toBe(`${pool}?done=invited`)
    const [letter] = await cms.letters()
    expect(letter).toMatchObject({ to: 'petra@pool.example.org' })
    expect(letter?.subject).toContain('The pool')
    const { body } = await cms.get('editor', pool)
    expect(body).toMatch(/Petra[\s\S]*petra@pool\.example\.org[\s\S]*Has not signed in yet/)
    expect(body).toMatch(/both@example\.org[\s\S]*Also keeps the pages of The club/)
    expect((await invite('editor', pool, 'PETRA@pool.example.org')).headers.location).toContain('was-there')
    expect(await cms.letters()).toEqual([])
  })

  it('are invited by an editor of the directorate that looks after it, and by no other', async () => {
    expect((await invite('schools', club, 'carla@club.example.org')).statusCode).toBe(303)
    expect((await invite('schools', pool, 'carla@club.example.org')).statusCode).toBe(404)
    expect((await invite('provider', club, 'carla@club.example.org')).statusCode).toBe(403)
    expect((await invite('navigator', club, 'carla@club.example.org')).statusCode).toBe(403)
    expect(await cms.letters()).toHaveLength(1)
  })

  it('see each other, but cannot change that, nor read addresses', async () => {
    const { body } = await cms.get('provider', club)
    expect(body).toContain('Ask an editor at the council')
    expect(body).toContain('provider (you)')
    expect(body).toContain('both')
    expect(body).not.toContain('both@example.org')
    expect(body).not.toContain('<form method="post"')
  })

  it('come by no form that another page sent', async () => {
    const foreign = { csrf: 'token-of-provider', name: 'Eve', email: 'eve@example.org' }
    expect((await cms.post('editor', `${club}invite/`, foreign)).statusCode).toBe(403)
    const elsewhere = await cms.post(
      ...(['editor', `${club}invite/`] as const),
      { ...foreign, csrf: 'token-of-editor' },
      { origin: 'https://evil.example' },
    )
    expect(elsewhere.statusCode).toBe(403)
    expect((await cms.get('editor', club)).body).not.toContain('eve@example.org')
  })

  it('are told what is wrong with a form, and keep what was typed', async () => {
    const { statusCode, body } = await send('editor', `${club}invite/`, { name: ' ', email: 'eve' })
    expect(statusCode).toBe(400)
    for (const words of ['Enter a name', 'like name@example.org', 'value="eve"'])
      expect(body).toContain(words)
  })

  it('are removed after a question, and refused at their next click', async () => {
    await invite('editor', pool, 'paul@pool.example.org')
    const person = 'account-both'
    const question = await cms.get('editor', `${pool}people/${person}/remove/`)
    expect(question.body).toContain('Remove both from The pool?')
    expect(question.body).toContain('What else they may do here stays as it is.')
    expect((await send('editor', `${pool}people/${person}/remove/`, {})).headers.location).toContain(
      'removed',
    )
    expect((await cms.get('both', '/organisations/')).headers.location).toBe(club)
    expect((await cms.get('both', pool)).statusCode).toBe(404)
    expect((await send('editor', `${pool}people/${person}/remove/`, {})).statusCode).toBe(404)

    expect((await cms.get('pool', '/my-services/')).statusCode).toBe(200)
    const last = await cms.get('editor', `${pool}people/account-pool/remove/`)
    expect(last.body).toContain('their account ends')
    await send('editor', `${pool}people/account-pool/remove/`, {})
    expect((await cms.get('pool', '/my-services/')).statusCode).toBe(303)
  })

  it('get the invitation once more', async () => {
    await cms.letters()
    const { body } = await cms.get('editor', pool)
    const [, person = ''] = /invite-again[\s\S]*?name="person" value="([^"]+)"/.exec(body) ?? []
    expect((await send('editor', `${pool}invite-again/`, { person })).headers.location).toContain('again')
    expect(await cms.letters()).toHaveLength(1)
    expect((await send('editor', `${club}invite-again/`, { person })).statusCode).toBe(404)
  })
})

it('says whose each service is to somebody who serves several organisations, and asks for which a new one is', async () => {
  const several = await startCms({ more: { both: morePeople['both'] ?? [] } })
  const list = (await several.get('both', '/my-services/')).body
  expect(list).toMatch(/Saturday club[\s\S]*Run by The club[\s\S]*Quiet swim[\s\S]*Run by The pool/)
  expect((await several.get('provider', '/my-services/')).body).not.toContain('Run by')
  const form = (await several.get('both', '/my-services/new/')).body
  expect(form).toMatch(/<select[^>]*name="provider"[\s\S]*The club[\s\S]*The pool/)
  const { body } = await several.ask('both', 'entriesByFolder', { folder: 'services' })
  expect(JSON.stringify(body)).toMatch(/listNote: .{0,5}· The pool/)
  const unsaid = { ...exampleService, name: 'New', provider: undefined }
  const saved = await several.ask('both', 'persistEntry', saving('brand-new', unsaid, { newEntry: true }))
  expect(saved.status).toBe(403)
  await several.stop()
})

it('leaves the list of both organisations whole while an editor’s draft moves a service from one to the other', async () => {
  const moving = await startCms()
  await moving.ask('editor', 'persistEntry', saving('club', { ...exampleService, provider: poolProvider }))
  const lists = await Promise.all(['provider', 'pool'].map((person) => moving.get(person, '/my-services/')))
  expect(lists.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(lists[0]?.body).toContain('Saturday club')
  expect(lists[1]?.body).not.toContain('Saturday club')
  await moving.stop()
})
