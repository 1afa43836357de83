import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { leadOfArea } from './concerns.fixture.ts'
import { type DeskClient, publicUrl, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describeOnBothEngines('saved replies', (databases) => {
  let helpdesk: TestHelpdesk
  let place: Awaited<ReturnType<typeof databases.place>>
  let sam: DeskClient
  beforeEach(async () => {
    place = await databases.place()
    helpdesk = await startTestHelpdesk(await databases.open(place))
    sam = await person('Sam')
    await person('Alex')
    await person('Lee', leadOfArea)
  })
  afterEach(() => helpdesk.stop())

  async function person(name: string, grants?: typeof leadOfArea) {
    const desk = await helpdesk.navigator(name, grants)
    const signedIn = helpdesk.sessions.get(`session=${name}`)
    if (signedIn) helpdesk.sessions.set(`session=${name}`, { ...signedIn, csrfToken: `token-${name}` })
    return desk
  }
  async function get(name: string, path: string) {
    const headers = { cookie: `session=${name}` }
    const response = await fetch(`${helpdesk.address}/desk/replies/${path}`, { headers })
    return { status: response.status, page: await response.text() }
  }
  async function post(name: string, path: string, fields: Record<string, string> = {}) {
    const response = await fetch(`${helpdesk.address}/desk/replies/${path}`, {
      ...{
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ csrf: `token-${name}`, ...fields }),
      },
      headers: { cookie: `session=${name}`, origin: publicUrl },
    })
    const location = response.headers.get('location') ?? ''
    return {
      status: response.status,
      page: await response.text(),
      location,
      id: /id=([\w-]+)/.exec(location)?.[1] ?? '',
    }
  }
  async function titles(desk: DeskClient) {
    const list = await desk.emitWithAck('reply:list', {})
    return list.ok ? list.replies.map(({ title }) => title) : []
  }
  const own = { title: 'Sleep clinic', text: 'Hello {name}, ask the sleep clinic.', easyText: '' }

  it('come with the program, each with its Easy Read twin, and with what fills their placeholders', async () => {
    const list = await sam.emitWithAck('reply:list', {})
    if (!list.ok) throw new Error(list.message)
    expect(list.replies.length).toBeGreaterThanOrEqual(8)
    for (const { team, easyText } of list.replies) expect([team, easyText !== null]).toEqual([true, true])
    expect(list).toMatchObject({
      ...{ council: helpdesk.area.authority, telephone: helpdesk.area.contact.telephone },
      ...{ answerDay: 'Wednesday 25 November', closingTime: '5pm' },
    })
  })

  it('of one’s own are seen by nobody else', async () => {
    const { id } = await post('Sam', 'new/', own)
    expect(await titles(sam)).toContain('Sleep clinic')
    const page = await get('Sam', `?done=saved&id=${id}`)
    expect(page.page).toContain('“Sleep clinic” is saved.')
    const alex = await get('Alex', '')
    expect(alex.page).not.toContain('Sleep clinic')
    expect((await get('Alex', `${id}/`)).status).toBe(404)
    expect((await post('Lee', `${id}/remove/`)).status).toBe(404)
    expect((await get('Alex', `new/?from=${id}`)).page).not.toContain('sleep clinic')
  })

  it('of the team are changed by leads alone; others make their own copy', async () => {
    expect((await get('Sam', 'first-hello/')).status).toBe(403)
    expect((await post('Sam', 'first-hello/', own)).status).toBe(403)
    expect((await post('Sam', 'new/', { ...own, for: 'team' })).status).toBe(403)
    expect((await get('Sam', 'new/?from=first-hello')).page).toContain('I am {my name}, a navigator')
    const form = await get('Lee', 'first-hello/')
    const seen = /name="seen" value="(\d+)"/.exec(form.page)?.[1] ?? ''
    expect((await post('Lee', 'first-hello/', { ...own, seen })).status).toBe(303)
    expect(await titles(sam)).toContain('Sleep clinic')
    const late = await post('Lee', 'first-hello/', { ...own, title: 'Late', seen })
    expect(late.status).toBe(409)
    expect(late.page).toContain('value="Late"')
    expect(late.page).toContain('As it is now')
    expect((await post('Lee', 'first-hello/', { ...own, seen: 'made up' })).status).toBe(409)
    const deeds = (await helpdesk.audit.read()).map(({ actor, action, subject }) => [actor, action, subject])
    expect(deeds).toEqual([['lee', 'saved-reply-change', 'saved-reply:first-hello']])
  })

  it('that are removed can be put back, and stay removed when the program starts again', async () => {
    const { location } = await post('Lee', 'first-hello/remove/')
    const page = await get('Lee', location.replace('/desk/replies/', ''))
    expect(page.page).toContain('“Hello, I am here” is removed.')
    const again = await startTestHelpdesk(await databases.open(place))
    expect(await titles(await again.navigator('Kai'))).not.toContain('Hello, I am here')
    await again.stop()
    await post('Lee', 'first-hello/restore/')
    expect(await titles(sam)).toContain('Hello, I am here')
  })

  it('are begun on an empty form, or on a copy of another', async () => {
    const empty = await get('Sam', 'new/')
    expect(empty).toMatchObject({ status: 200 })
    expect(empty.page).toMatch(/<input[^>]* id="title"[^>]* value=""/)
    expect((await get('Sam', 'new/?from=first-hello')).page).toContain('value="Hello, I am here"')
    expect(await get('Sam', 'new/?from=nothing')).toMatchObject({ status: 404 })
  })

  it('are stored once when a form is sent twice, and anew when other words came back to it', async () => {
    const id = /name="id" value="([\w-]{36})"/.exec((await get('Sam', 'new/')).page)?.[1] ?? ''
    const wrong = await post('Sam', 'new/', { ...own, id, title: '' })
    expect(wrong.page).toContain(`name="id" value="${id}"`)
    for (const _ of ['once', 'twice']) expect((await post('Sam', 'new/', { ...own, id })).id).toBe(id)
    expect((await titles(sam)).filter((title) => title === own.title)).toHaveLength(1)
    const other = await post('Sam', 'new/', { ...own, id, title: 'Dentists' })
    expect((await get('Sam', `?done=saved&id=${other.id}`)).page).toContain('“Dentists” is saved.')
    expect(await titles(sam)).toEqual(expect.arrayContaining([own.title, 'Dentists']))
    expect((await helpdesk.audit.read()).map(({ subject }) => subject)).toEqual(
      [id, other.id].map((each) => `saved-reply:${each}`),
    )
    expect((await post('Alex', 'new/', { ...own, id })).id).not.toBe(id)
  })

  it('are refused with a sentence and keep what was typed', async () => {
    const wrong = await post('Sam', 'new/', { title: '', text: 'Hello {child}', easyText: 'Hi' })
    expect(wrong.status).toBe(400)
    expect(wrong.page).toContain('Write a title, so that you find it again.')
    expect(wrong.page).toContain('We do not know what to put for {child}.')
    expect(wrong.page).toContain('Hello {child}</textarea>')
    expect((await post('Sam', 'new/', { ...own, csrf: 'made up' })).status).toBe(403)
    expect((await get('Sam', 'nothing-here/')).page).toContain('We cannot find this saved reply.')
  })
})
