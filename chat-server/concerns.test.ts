import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { concernIn, openWithConcern, type WithConcern, worrying } from './concerns.fixture.ts'
import { startTestHelpdesk } from './helpdesk.fixture.ts'

const minute = 60_000

describeOnBothEngines('a safeguarding concern', (databases) => {
  const started: { stop(): Promise<void> }[] = []
  afterEach(async () => {
    for (const helpdesk of started.splice(0)) await helpdesk.stop()
  })
  const open = async (): Promise<WithConcern> => {
    const desk = await openWithConcern(await databases.open())
    started.push(desk.helpdesk)
    return desk
  }

  it('is raised once, however often the button is pressed, and every lead is told on the desk', async () => {
    const desk = await open()
    const id = randomUUID()
    const pressed = await Promise.all([
      desk.raise(desk.sam, id),
      desk.raise(desk.sam, id),
      desk.raise(desk.sam, id),
    ])
    const [concern] = pressed.map(concernIn)
    expect(new Set(pressed.map((reply) => concernIn(reply).id)).size).toBe(1)
    expect(concern).toMatchObject({ about: 'child', raisedByName: 'Sam', acknowledgedAt: null, held: true })
    expect(concern?.acknowledgeBy).toBe(desk.helpdesk.time.now + 30 * minute)
    await eventually(() => expect(desk.heard.lee.at(-1)?.id).toBe(concern?.id))
    expect(desk.heard.alex, 'an ordinary navigator hears nothing of it').toEqual([])
    expect(await desk.raise(desk.alex, id)).toMatchObject({ ok: false, code: 'conflict' })
    expect((await desk.audited()).filter((entry) => entry === 'sam concern-raise')).toHaveLength(1)
  })

  it('is emailed to the leads once, with a link to the desk and nothing of what was said', async () => {
    const desk = await open()
    const id = randomUUID()
    await Promise.all([desk.raise(desk.sam, id), desk.raise(desk.sam, id)])
    const mails = await desk.mails()
    expect(mails).toHaveLength(1)
    expect(mails[0]).toContain('lead@council.example.org')
    expect(mails[0]).toContain('http://localhost:8080/desk/')
    expect(mails[0]).toContain('acknowledge it by 12:30pm')
    const { reference } = concernIn(await desk.raise(desk.sam, id))
    for (const secret of ['Kim', 'Sam', 'uncle', 'hits', 'child', 'secret', reference]) {
      expect(mails[0]).not.toContain(secret)
    }
  })

  it('can be raised with nothing but the two presses, also when the office is closed', async () => {
    const desk = await open()
    desk.helpdesk.time.now += 12 * 60 * minute
    const reply = await desk.sam.emitWithAck('concern:raise', {
      ...{ clientConcernId: randomUUID(), conversationId: desk.conversationId, about: 'unknown', reason: '' },
    })
    expect(concernIn(reply)).toMatchObject({ about: 'unknown', reason: '' })
    expect(await desk.mails()).toHaveLength(1)
  })

  it('of a lead is acknowledged, noted, reviewed and closed; each step is in the audit', async () => {
    const desk = await open()
    const { id: concernId } = concernIn(await desk.raise())
    const acknowledged = concernIn(await desk.lee.emitWithAck('concern:acknowledge', { concernId }))
    expect(acknowledged).toMatchObject({ ownerName: 'Lee', acknowledgedAt: desk.helpdesk.time.now })
    const toldAt = desk.helpdesk.time.now - minute
    const police = {
      concernId,
      clientToldId: randomUUID(),
      whom: 'police' as const,
      toldAt,
      note: 'Rang 999',
    }
    for (const _press of ['one', 'and by mistake again']) await desk.sam.emitWithAck('concern:tell', police)
    await desk.lee.emitWithAck('concern:tell', {
      ...{ concernId, clientToldId: randomUUID(), whom: 'children', toldAt },
    })
    const reviewOn = '2026-12-01'
    await desk.lee.emitWithAck('concern:review', {
      concernId,
      outcome: 'Social care visits today.',
      reviewOn,
    })
    const closing = { concernId, reason: 'Social care has it.', release: false }
    const closed = concernIn(await desk.lee.emitWithAck('concern:close', closing))
    expect(closed).toMatchObject({ reviewOn, outcome: 'Social care visits today.', held: true })
    expect(closed.told.map(({ whom, toldByName, note }) => [whom, toldByName, note])).toEqual(
      expect.arrayContaining([
        ['police', 'Sam', 'Rang 999'],
        ['children', 'Lee', null],
      ]),
    )
    const steps = (await desk.audited()).filter((entry) => entry.includes('concern-'))
    expect(steps).toEqual([
      ...['sam concern-raise', 'lee concern-acknowledge', 'sam concern-tell', 'lee concern-tell'],
      ...['lee concern-review', 'lee concern-close'],
    ])
    const late = { concernId, outcome: 'Changed afterwards', reviewOn: null }
    expect(await desk.lee.emitWithAck('concern:review', late)).toMatchObject({ ok: false, code: 'conflict' })
  })

  it('is followed up by leads alone; whoever raised it may say whom they told, and sees no outcome', async () => {
    const desk = await open()
    const { id: concernId } = concernIn(await desk.raise())
    const refused = { ok: false, code: 'not-allowed', message: 'Only a lead can do this. Ask the lead.' }
    for (const person of [desk.sam, desk.alex]) {
      expect(await person.emitWithAck('concern:acknowledge', { concernId })).toEqual(refused)
      const closing = { concernId, reason: 'no', release: true }
      expect(await person.emitWithAck('concern:close', closing)).toEqual(refused)
      expect(await person.emitWithAck('concern:release', { concernId })).toEqual(refused)
      const review = { concernId, outcome: 'no', reviewOn: null }
      expect(await person.emitWithAck('concern:review', review)).toEqual(refused)
    }
    const told = { ...{ concernId, clientToldId: randomUUID() }, whom: 'police' as const, toldAt: 0 }
    expect(await desk.alex.emitWithAck('concern:tell', told)).toEqual(refused)
    await desk.lee.emitWithAck('concern:review', { concernId, outcome: 'For leads', reviewOn: null })
    await eventually(() => expect(desk.heard.sam.length).toBeGreaterThanOrEqual(2))
    expect(JSON.stringify(desk.heard.sam)).not.toContain('For leads')
    expect(await desk.alex.emitWithAck('concern:sync', {})).toMatchObject({ isLead: false, concerns: [] })
    expect(await desk.sam.emitWithAck('concern:sync', {})).toMatchObject({
      isLead: false,
      concerns: [{ id: concernId }],
    })
    expect(await desk.lee.emitWithAck('concern:sync', {})).toMatchObject({
      isLead: true,
      concerns: [{ id: concernId }],
    })
  })

  it('that nobody acknowledges in time is told again, once, on however many processes, also at night', async () => {
    const place = await databases.place()
    const desk = await openWithConcern(await databases.open(place))
    const second = await startTestHelpdesk(await databases.open(place))
    started.push(desk.helpdesk, second)
    const { id } = concernIn(await desk.raise())
    await desk.helpdesk.helpdesk.makeRound()
    expect(await desk.mails()).toHaveLength(1)
    desk.helpdesk.area.helpdesk.concernEscalation = 'duty@council.example.org'
    second.area.helpdesk.concernEscalation = 'duty@council.example.org'
    desk.helpdesk.time.now += 31 * minute
    second.time.now += 31 * minute
    const rounds = [desk.helpdesk, second, desk.helpdesk, second].map(({ helpdesk }) => helpdesk.makeRound())
    await Promise.all(rounds)
    const mails = await desk.mails()
    expect(mails.filter((mail) => mail.includes('Nobody has answered'))).toHaveLength(2)
    expect(mails.filter((mail) => mail.includes('duty@council.example.org'))).toHaveLength(1)
    expect(mails.join()).not.toContain('uncle')
    expect(await desk.lee.emitWithAck('concern:sync', {})).toMatchObject({
      concerns: [{ id, escalatedAt: desk.helpdesk.time.now }],
    })
    expect((await desk.audited()).filter((entry) => entry === 'system concern-escalate')).toHaveLength(1)
  })

  it('that a lead has acknowledged is not told again', async () => {
    const desk = await open()
    const { id: concernId } = concernIn(await desk.raise())
    await desk.lee.emitWithAck('concern:acknowledge', { concernId })
    desk.helpdesk.time.now += 60 * minute
    await desk.helpdesk.helpdesk.makeRound()
    expect(await desk.mails()).toHaveLength(1)
  })

  it('leaves nothing of what was said in the logs', async () => {
    const desk = await open()
    await desk.raise()
    await desk.open(desk.alex)
    await desk.sam.emitWithAck('concern:raise', {
      ...{ conversationId: 'none', about: 'child', reason: worrying },
      clientConcernId: randomUUID(),
    })
    const logs = desk.helpdesk.logged.join('\n')
    for (const secret of ['uncle', 'hits', 'Kim']) expect(logs).not.toContain(secret)
  })
})
