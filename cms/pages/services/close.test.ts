import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleGuide, exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, recordText, saving, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
})

afterEach(() => cms.stop())

const close = '/my-services/club/close/'
const reopen = '/my-services/club/reopen/'
const club = { collection: 'services', slug: 'club' }
const why = 'The hall is sold. Try the Sunday club.'

/** The hidden fields of the form that sends to an address, as a browser would send them. */
function hiddenIn(body: string, action: string): Record<string, string> {
  const form = body.split('<form ').find((part) => part.includes(`action="${action}"`)) ?? ''
  const fields = [...form.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)">/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

const openForm = async (person: string, path: string) => hiddenIn((await cms.get(person, path)).body, path)
const atDraft = () => cms.git('show', 'cms/services/club:services/club.md')
const onMain = () => cms.git('show', 'main:services/club.md')

it('shows what families will read before anything is sent, and sends it to an editor', async () => {
  const look = await cms.post('provider', close, {
    ...(await openForm('provider', close)),
    ...{ status: 'closed', since: 'since 1 May', why, do: 'look' },
  })
  expect(look.body).toContain('<p class="notice__title">Closed for good</p>')
  expect(look.body).toContain(`<p>Closed since 1 May. ${why}</p>`)
  expect(look.body).not.toContain('Publish it now')
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual([])
  const back = await cms.post('provider', close, { ...hiddenIn(look.body, close), do: 'back' })
  expect(back.body).toContain(`${why}</textarea>`)
  expect(back.body).toContain('value="closed" checked')

  const form = { ...hiddenIn(look.body, close), do: 'send' }
  const sent = await cms.post('provider', close, form)
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/my-services/club/?done=sent'])
  expect((await cms.post('provider', close, form)).statusCode).toBe(303)
  expect((await cms.ask('editor', 'unpublishedEntry', club)).body).toMatchObject({ status: 'pending_review' })
  expect(atDraft()).toContain(`status: closed\nnotice: Closed since 1 May. ${why}`)
  expect(onMain()).toContain('status: open')
  expect(cms.published).toEqual([])
})

it('lets an editor publish it at once, and open it again', async () => {
  const form = { ...(await openForm('editor', close)), status: 'temporarily-closed', until: 'June', why }
  const published = await cms.post('editor', close, { ...form, do: 'publish' })
  expect(published.headers.location).toBe('/my-services/club/?done=published')
  expect(onMain()).toContain(`status: temporarily-closed\nnotice: Closed until June. ${why}`)
  expect(cms.published).toEqual([cms.git('rev-parse', 'main')])
  expect((await cms.post('editor', close, { ...form, do: 'publish' })).statusCode).toBe(303)
  expect(cms.published).toHaveLength(1)

  const own = await cms.get('provider', '/my-services/club/')
  expect(own.body).toContain('Closed for now</span>')
  expect(own.body).toContain(`<a href="${reopen}">Open this service again</a>`)
  const again = await cms.get('provider', reopen)
  expect(again.body).toContain(`<p>Closed until June. ${why}</p>`)
  const opened = { ...(await openForm('editor', reopen)), notice: 'We are back.', do: 'publish' }
  expect((await cms.post('editor', reopen, opened)).headers.location).toBe(
    '/my-services/club/?done=published',
  )
  expect(onMain()).toContain('status: open\nnotice: We are back.')
  expect((await cms.get('provider', reopen)).headers.location).toBe('/my-services/club/')
})

it('keeps what was typed when the sign-in has ended, until the person is back', async () => {
  for (const [path, typed] of [
    [close, { status: 'closed', why, do: 'send' }],
    [reopen, { notice: why, do: 'send' }],
  ] as const) {
    const ended = await cms.post('nobody', path, { csrf: 'of the old session', seen: 'x', ...typed })
    expect(ended.statusCode).toBe(401)
    const kept = hiddenIn(ended.body, path)
    expect(kept).toMatchObject(typed)
    const back = await cms.post('provider', path, kept)
    expect(back.statusCode).toBe(403)
    expect(back.body).toContain('You have signed in again.')
    expect(back.body).toContain(`${why}</textarea>`)
  }
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toEqual([])
})

it('says what is missing, keeps what was typed, and changes nothing meanwhile', async () => {
  const form = await openForm('provider', close)
  const empty = await cms.post('provider', close, { ...form, since: 'May', do: 'look' })
  expect(empty.statusCode).toBe(422)
  expect(empty.body).toContain('<a href="#status">Choose whether it is closed for now or for good.</a>')
  expect(empty.body).toContain('<a href="#why">Write why it is closed, and where families can turn.</a>')
  expect(empty.body).toContain('value="May"')
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  const late = await cms.post('provider', close, { ...form, status: 'closed', why, do: 'send' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Somebody else changed this page after you opened it.')
  expect(late.body).toContain('another change of this page')
  expect(atDraft()).toContain('status: open')
  const again = await cms.post('provider', close, { ...hiddenIn(late.body, close), do: 'send' })
  expect(again.statusCode).toBe(303)
  expect(atDraft()).toMatch(/name: Sunday club[\s\S]*status: closed/)
})

it('shows an editor which pages lead to a service that closes for good, there and in the list of the week', async () => {
  const guide = {
    dataFiles: [
      {
        path: 'guides/first.mdx',
        slug: 'first',
        raw: recordText(exampleGuide, 'Go to [it](/services/club/).\n'),
      },
    ],
    assets: [],
    options: { collectionName: 'guides', newEntry: false, useWorkflow: true },
  }
  const first = { collection: 'guides', slug: 'first' }
  await cms.ask('editor', 'persistEntry', guide)
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...first, newStatus: 'pending_publish' })
  await cms.ask('editor', 'publishUnpublishedEntry', first)
  const form = { ...(await openForm('editor', close)), status: 'closed', why }
  const look = await cms.post('editor', close, { ...form, do: 'look' })
  expect(look.body).toContain('<a href="/admin/#/collections/guides/entries/first">A guide</a>')
  expect((await cms.get('editor', '/weekly-list/')).body).not.toContain('Pages that lead to a closed service')
  expect((await cms.post('editor', close, { ...form, do: 'publish' })).statusCode).toBe(303)
  const week = await cms.get('editor', '/weekly-list/')
  expect(week.body).toContain('Pages that lead to a closed service: 1')
  expect(week.body).toMatch(/A guide<\/a> leads to “Saturday club”/)
})

it('is closed to everybody else, to forms of other sites and to services that are not on the site', async () => {
  const form = { ...(await openForm('provider', close)), status: 'closed', why, do: 'send' }
  for (const path of [close, reopen]) {
    expect((await cms.get('pool', path)).statusCode).toBe(404)
    expect((await cms.post('pool', path, { ...form, csrf: 'token-of-pool' })).statusCode).toBe(404)
    expect((await cms.get('navigator', path)).statusCode).toBe(403)
    expect((await cms.post('provider', path, form, { origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await cms.post('provider', path, { ...form, csrf: '' })).statusCode).toBe(403)
    expect((await cms.post('nobody', path, form)).statusCode).toBe(401)
  }
  expect((await cms.post('provider', close, { ...form, do: 'publish' })).statusCode).toBe(403)
  await cms.ask('provider', 'persistEntry', saving('fresh', exampleService, { newEntry: true }))
  expect((await cms.get('provider', '/my-services/fresh/close/')).statusCode).toBe(422)
  expect(cms.published).toEqual([])
})
