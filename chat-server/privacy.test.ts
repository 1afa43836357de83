import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { auditedBy } from './audited.fixture.ts'
import { openWithConcern, type WithConcern, worrying } from './concerns.fixture.ts'
import type { HelpdeskTables } from './storage/tables.ts'
import { createStores } from './stores.ts'

describeOnBothEngines('what a lead does when somebody asks what we keep', (databases) => {
  let desk: WithConcern
  afterEach(() => desk.helpdesk.stop())

  const tables = () => desk.helpdesk.database.kysely.$extendTables<HelpdeskTables>()

  async function open() {
    desk = await openWithConcern(await databases.open())
    for (const role of ['lead', 'officer', 'navigator', 'admin'] as const)
      desk.helpdesk.sessions.set(`session=${role}`, {
        ...{ accountId: `the-${role}`, name: role, sessionId: role, csrfToken: 'token' },
        grants: [{ role, scope: { kind: 'area' } }],
      })
    await desk.kim.emitWithAck('visitor:leave-address', { email: 'Kim@example.org' })
    await tables().updateTable('conversation').set({ telephone: '+44 1632 960 001' }).execute()
  }

  /** A note, a follow-up, a mark in a theme, a gap and a rating beside the conversation. */
  async function keepMore() {
    const { conversationId } = desk
    const own = { id: randomUUID(), conversation_id: conversationId }
    await tables()
      .insertInto('internal_note')
      .values({
        ...own,
        client_note_id: 'n',
        author_id: 'sam',
        author_name: 'Sam',
        text: 'Ring the school',
        written_at: 1,
      })
      .execute()
    await tables()
      .insertInto('follow_up')
      .values({
        ...own,
        account_id: 'sam',
        due_on: '2026-12-01',
        text: 'Has school rung?',
        made_at: 1,
        done_at: null,
      })
      .execute()
    await tables()
      .insertInto('theme')
      .values({ id: 't', title: 'Waiting too long', made_by: 'sam', made_at: 1, closed_at: null })
      .execute()
    await tables()
      .insertInto('mark')
      .values({
        ...own,
        client_mark_id: 'm',
        seq: 1,
        theme_id: 't',
        words: 'Two years',
        marked_by: 'sam',
        marked_at: 1,
      })
      .execute()
    await tables()
      .insertInto('gap')
      .values({
        ...{ ...own, client_gap_id: 'g', need: 'autism', age: 7, area: 'Sale', words: 'A club on Sundays' },
        ...{ noted_by: 'sam', noted_at: 1 },
      })
      .execute()
    await tables()
      .insertInto('rating')
      .values({ conversation_id: conversationId, helped: 'partly', ease: 'easy', rated_at: 1 })
      .execute()
  }

  function post(role: string, step: string, fields: Record<string, string>) {
    return fetch(`${desk.helpdesk.address}/desk/privacy/${step}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        ...{ cookie: `session=${role}`, origin: 'http://localhost:8080' },
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ csrf: 'token', ...fields }).toString(),
    })
  }

  const take = () => ({ [`take-${desk.conversationId}`]: 'yes' })

  it('is for leads alone, and only from our own page', async () => {
    await open()
    for (const role of ['officer', 'navigator', 'admin'])
      for (const step of ['find/', 'copy/', 'remove/', 'removed/'])
        expect((await post(role, step, { ...take(), reason: 'asked' })).status).toBe(403)
    expect((await post('lead', 'removed/', { ...take(), reason: 'asked', csrf: 'another' })).status).toBe(403)
    const reloaded = await fetch(`${desk.helpdesk.address}/desk/privacy/find/`, {
      ...{ headers: { cookie: 'session=lead' }, redirect: 'manual' as const },
    })
    expect(reloaded.headers.get('location')).toBe('/desk/privacy/')
    expect(await auditedBy(desk.helpdesk.audit)).not.toContain('the-lead conversation-erase')
  })

  it.each([
    ['email', { email: 'kim@EXAMPLE.org' }],
    ['telephone', { telephone: '01632 960001' }],
  ])('finds conversations by %s, and tells neither the log nor the audit by what', async (by, fields) => {
    await open()
    const page = await (await post('lead', 'find/', fields)).text()
    expect(page).toContain('We found 1 conversation')
    expect(page).toMatch(/LO-[\w-]+: chat, 23 November 2026, goes on/)
    expect(page).not.toContain(worrying)
    const audit = JSON.stringify(await desk.helpdesk.audit.read({ limit: 1000 }))
    expect(audit).toContain(`"by":"${by}","found":1`)
    for (const told of [audit, desk.helpdesk.logged.join('\n')]) expect(told).not.toMatch(/kim@|960/i)
  })

  it('says what to do when nothing was typed, too much, or nobody is found', async () => {
    await open()
    const texts = async (fields: Record<string, string>) => (await post('lead', 'find/', fields)).text()
    expect(await texts({})).toContain('Fill in a reference number, an email address or a telephone number.')
    expect(await texts({ email: 'a@example.org', telephone: '01632 960002' })).toContain(
      'Fill in one of the three.',
    )
    expect(await texts({ email: 'kim' })).toContain('like name@example.org')
    expect(await texts({ reference: 'LO-0000-0000' })).toContain('We keep nothing under this')
    expect(await texts({ reference: 'LO\u0000' })).toContain('Enter a whole reference number')
    expect(await (await post('lead', 'copy/', {})).text()).toContain('Nothing was chosen.')
  })

  it('gives a copy of all of it, to read and as data, and nobody else’s', async () => {
    await open()
    await keepMore()
    await desk.helpdesk.start({ name: 'Another', about: 'Another family' })
    const answer = await post('lead', 'copy/', { ...take(), form: 'page' })
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="what-we-keep-2026-11-23.html"',
    )
    const page = await answer.text()
    const data = await (await post('lead', 'copy/', { ...take(), form: 'data' })).text()
    const kept = ['Kim@example.org', '+44 1632 960 001', 'Ring the school', 'Has school rung?', 'Two years']
    for (const copy of [page, data]) {
      for (const part of [...kept, 'Waiting too long', 'A club on Sundays', 'partly'])
        expect(copy).toContain(part)
      expect(copy).not.toContain('Another')
    }
    expect(JSON.parse(data)).toMatchObject({ conversations: [{ facts: { Name: 'Kim' } }] })
    expect(await auditedBy(desk.helpdesk.audit)).toContain('the-lead conversation-export')
  })

  it('removes it in two steps, with a reason', async () => {
    await open()
    await keepMore()
    const asked = await (await post('lead', 'remove/', take())).text()
    expect(asked).toContain('Remove what we keep of 1 conversation?')
    expect(await (await post('lead', 'removed/', take())).text()).toContain('Choose why it is removed.')
    expect(await (await post('lead', 'removed/', { ...take(), reason: 'asked' })).text()).toContain(
      'Removed: 1 conversation',
    )
    const copy = await (await post('lead', 'copy/', { ...take(), form: 'page' })).text()
    expect(copy).not.toMatch(/Kim|school|Two years|Sundays|960|uncle/)
    const entries = await desk.helpdesk.audit.read({ limit: 1000 })
    expect(entries.find(({ action }) => action === 'conversation-erase')).toMatchObject({
      ...{ actor: 'the-lead', detail: { reason: 'asked' } },
    })
    expect(await (await post('lead', 'find/', { email: 'kim@example.org' })).text()).toContain(
      'We keep nothing',
    )
  })

  it('leaves out what a concern holds, and says what to do first', async () => {
    await open()
    await desk.raise()
    const page = await (await post('lead', 'find/', { email: 'kim@example.org' })).text()
    expect(page).toContain('Held because of a concern')
    expect(page).not.toContain('Download a copy')
    expect(await (await post('lead', 'copy/', take())).text()).toContain('Nothing was chosen.')
    expect(await (await post('lead', 'removed/', { ...take(), reason: 'asked' })).text()).toContain(
      'Nothing was removed',
    )
    const stores = createStores({ database: desk.helpdesk.database, clock: Date.now, newId: randomUUID })
    expect((await stores.reader.allMessages(desk.conversationId)).map(({ text }) => text)).toContain(worrying)
  })

  it('shows what the nights removed, and that none did', async () => {
    await open()
    const shown = async () =>
      (await fetch(`${desk.helpdesk.address}/desk/privacy/`, { headers: { cookie: 'session=lead' } })).text()
    expect(await shown()).toContain('No night has been yet')
    const { time, jobs } = desk.helpdesk
    time.now += 2 * 86_400_000
    expect(await shown()).toContain('Nothing was removed last night')
    time.now -= 2 * 86_400_000
    const { retentionDays } = desk.helpdesk.area.helpdesk
    await desk.raise()
    time.now += (retentionDays + 1) * 86_400_000
    await jobs.runDue()
    expect(await shown()).toContain(
      '0 conversations removed, 1 kept because a concern holds them; the oldest text we keep is of 23 November 2026.',
    )
    expect(await shown()).not.toContain('Nothing was removed last night')
    time.now += 2 * 86_400_000
    expect(await shown()).toContain('Nothing was removed last night')
  })
})
