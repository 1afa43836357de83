import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, saving, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms

const club = { collection: 'services', slug: 'club' }
const here = '/drafts/services/club/'
const save = (person: string, name = 'Sunday club') =>
  cms.ask(person, 'persistEntry', saving('club', { ...exampleService, name }))

async function seenBy(person: string): Promise<string> {
  return /name="seen" value="([^"]+)"/.exec((await cms.get(person, here)).body)?.[1] ?? ''
}

async function press(person: string, deed: string, fields: Record<string, string> = {}) {
  const seen = fields['seen'] ?? (await seenBy(person))
  return cms.post(person, here, { csrf: `token-of-${person}`, do: deed, ...fields, seen })
}

async function buttonsOf(person: string): Promise<string[]> {
  const page = (await cms.get(person, here)).body
  return [...page.matchAll(/name="do" value="([a-z-]+)"/g)].map(([, deed = '']) => deed)
}

const statusOf = async () => {
  const { body } = await cms.ask('editor', 'unpublishedEntry', club)
  return body !== null && typeof body === 'object' && 'status' in body ? body.status : undefined
}

beforeEach(async () => {
  cms = await startCms()
  cms.setTime('2026-11-22T12:00Z')
  await save('provider')
})

afterEach(() => cms.stop())

it('shows what would change, whose it is, how complete it would be, and where to go on', async () => {
  const { body } = await cms.get('provider', here)
  expect(body).toContain('Change of “Sunday club”')
  expect(body).toMatch(/On the site:<\/span> .+<\/dd>\s*<dd>.+In the draft:<\/span> Sunday club/)
  expect(body).toContain('Last saved by Name of account-provider (provider), for The club.')
  expect(body).toMatch(/This page answers \d+ of \d+ questions families ask\./)
  expect(body).toContain('href="/admin/#/collections/services/entries/club"')
  expect(body).toContain('href="/drafts/services/club/preview/"')
  expect(body).toContain('href="/records/services/club/history/"')
})

it('says of a new service that it is not on the site yet, and of another that families see it as it is', async () => {
  const fields = { ...exampleService, id: '0f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c77', name: 'Sunday swim' }
  await cms.ask('provider', 'persistEntry', saving('sunday-swim', fields, { newEntry: true }))
  const isNew = 'Until then it is not on the site.</p></div>'
  const isThere = 'Until then families see the page as it is.</p></div>'
  for (const done of ['sent', 'scheduled']) {
    const fresh = (await cms.get('provider', `/drafts/services/sunday-swim/?done=${done}`)).body
    expect([fresh.includes(isNew), fresh.includes(isThere)], done).toEqual([true, false])
    const change = (await cms.get('provider', `${here}?done=${done}`)).body
    expect([change.includes(isNew), change.includes(isThere)], done).toEqual([false, true])
  }
})

describe('the steps', () => {
  it('a provider sends it and takes it back, and is offered no more', async () => {
    expect(await buttonsOf('provider')).toEqual(['submit', 'throw-away', 'note'])
    expect((await press('provider', 'submit')).headers.location).toBe(`${here}?done=sent`)
    expect(await statusOf()).toBe('pending_review')
    expect(await buttonsOf('provider')).toEqual(['withdraw', 'throw-away', 'note'])
    expect((await press('provider', 'withdraw')).headers.location).toBe(`${here}?done=taken-back`)
    expect(await statusOf()).toBe('draft')
    for (const deed of ['approve', 'publish', 'unschedule'])
      expect((await press('provider', deed)).statusCode, deed).toBe(403)
    const time = { date: '2026-12-01', time: '09:00' }
    expect((await press('provider', 'schedule', time)).statusCode).toBe(403)
    expect(cms.published).toEqual([])
  })

  it('an editor sends it back with a note, which is emailed', async () => {
    await press('provider', 'submit')
    expect((await press('editor', 'ask')).body).toContain('Write your note first.')
    expect(await statusOf()).toBe('pending_review')
    const sent = await press('editor', 'ask', { text: 'Which day?' })
    expect(sent.headers.location).toBe(`${here}?done=sent-back`)
    expect(await statusOf()).toBe('draft')
    expect((await cms.letters()).map(({ to }) => to)).toContain('provider@example.org')
    expect((await cms.get('provider', here)).body).toContain('Which day?')
    expect((await cms.get('provider', here)).body).toContain('Changes are asked for')
    expect((await cms.get('provider', '/my-services/')).body).toContain('An editor has given a change back.')
    await press('provider', 'submit')
    expect((await cms.get('provider', here)).body).not.toContain('Changes are asked for')
  })

  it('an editor publishes at once what was only being written, and is named as who approved it', async () => {
    const sent = await press('editor', 'publish')
    const main = cms.git('rev-parse', 'main')
    expect(sent.headers.location).toBe(`${here}?published=${main}`)
    expect(cms.published).toEqual([main])
    expect(cms.deeds.slice(-2)).toMatchObject([
      { action: 'status', detail: { status: 'pending_publish' }, actor: 'account-editor' },
      { action: 'publish', detail: { commit: main }, actor: 'account-editor' },
    ])
    expect((await press('editor', 'publish')).statusCode).toBe(404)
  })

  it('an editor approves, puts it back, sets a time, changes it and takes it back', async () => {
    expect((await press('editor', 'approve')).headers.location).toBe(`${here}?done=approved`)
    expect((await press('editor', 'reopen')).headers.location).toBe(`${here}?done=reopened`)
    const first = { date: '2026-12-24', time: '17:30' }
    expect((await press('editor', 'schedule', first)).headers.location).toBe(`${here}?done=scheduled`)
    const page = (await cms.get('editor', here)).body
    expect(page).toContain('This will be published on 24 December 2026, 5:30pm.')
    expect(page).toContain('value="2026-12-24"')
    expect((await cms.ask('editor', 'unpublishedEntry', club)).body).toMatchObject({
      scheduledFor: Date.parse('2026-12-24T17:30Z'),
    })
    await press('editor', 'schedule', { date: '2026-06-25', time: '9am' })
    expect((await cms.get('editor', here)).body).toContain('24 December 2026')
    await press('editor', 'schedule', { date: '2027-06-25', time: '9am' })
    // Summer: a clock in London is an hour ahead.
    expect((await cms.ask('editor', 'unpublishedEntry', club)).body).toMatchObject({
      scheduledFor: Date.parse('2027-06-25T08:00Z'),
    })
    expect((await press('editor', 'unschedule')).headers.location).toBe(`${here}?done=unscheduled`)
    expect((await cms.ask('editor', 'unpublishedEntry', club)).body).not.toHaveProperty('scheduledFor')
    expect(await statusOf()).toBe('pending_publish')
  })

  it.each([
    [{ date: '', time: 'soon' }, 'Day: choose a day'],
    [{ date: '2026-12-01', time: '' }, 'Time: write a time'],
    [{ date: '2026-02-31', time: '9am' }, 'Day: choose a day'],
    [{ date: '2026-11-22', time: '11:59' }, 'Day: choose a time that is still to come.'],
    [{ date: '2028-01-01', time: '9am' }, 'Day: choose a day within a year from now.'],
  ])('says what is wrong with the time %j and keeps what was typed', async (time, words) => {
    const reply = await press('editor', 'schedule', time)
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(words)
    expect(reply.body).toContain(`value="${time.time}"`)
    expect(await statusOf()).toBe('draft')
  })

  it.each(['submit', 'approve', 'publish', 'schedule', 'ask'])(
    '“%s” does nothing to a draft that somebody changed meanwhile, and keeps what was typed',
    async (deed) => {
      const seen = await seenBy('editor')
      await save('provider', 'Monday club')
      const typed = { text: 'Which day?', date: '2026-12-01', time: '9am' }
      const reply = await press('editor', deed, { seen, ...typed })
      expect(reply.statusCode).toBe(422)
      expect(reply.body).toContain('Somebody changed this draft')
      expect(reply.body).toContain('Monday club')
      expect(reply.body).toContain('Which day?')
      expect(await statusOf()).toBe('draft')
      expect(cms.published).toEqual([])
    },
  )

  it('is closed to other providers, other roles, other sessions and other sites', async () => {
    const seen = await seenBy('editor')
    for (const deed of ['submit', 'publish', 'throw-away', 'note']) {
      expect((await press('pool', deed, { seen, text: 'x' })).statusCode).toBe(404)
      expect((await press('navigator', deed, { seen, text: 'x' })).statusCode).toBe(403)
      expect((await cms.post('editor', here, { seen, do: deed, text: 'x' })).statusCode).toBe(403)
      const fields = { csrf: 'token-of-editor', seen, do: deed, text: 'x' }
      const foreign = await cms.post('editor', here, fields, { origin: 'https://evil.example' })
      expect(foreign.statusCode).toBe(403)
    }
    expect(await statusOf()).toBe('draft')
  })
})
