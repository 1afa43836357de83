import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { concernIn, leadOfArea, openWithConcern, type WithConcern, worrying } from './concerns.fixture.ts'

const day = 86_400_000
const refused = {
  ok: false,
  code: 'not-allowed',
  message: 'This conversation is held because of a concern. Ask the lead.',
}

describeOnBothEngines('a conversation that a concern holds', (databases) => {
  let desk: WithConcern
  afterEach(() => desk.helpdesk.stop())
  const start = async () => {
    desk = await openWithConcern(await databases.open())
  }

  it('opens for leads and for the navigator who has it, and for nobody else', async () => {
    await start()
    expect(await desk.open(desk.alex)).toMatchObject({ ok: true })
    await desk.raise()
    expect(await desk.open(desk.alex)).toEqual(refused)
    expect(await desk.open(desk.sam)).toMatchObject({ ok: true, conversation: { hold: 'readable' } })
    expect(await desk.open(desk.lee)).toMatchObject({ ok: true, conversation: { hold: 'readable' } })
  })

  it('shows others a line without anything that the family wrote, in lists and in what is pushed', async () => {
    await start()
    await desk.open(desk.alex)
    await desk.raise()
    await desk.says('He came back, I am scared')
    await eventually(() => {
      const texts = [desk.lines.lee, desk.lines.sam].map(
        ({ conversations }) => conversations.at(-1)?.lastMessage?.text,
      )
      expect(texts).toEqual(['He came back, I am scared', 'He came back, I am scared'])
    })
    await eventually(() => expect(desk.lines.alex.conversations.at(-1)?.hold).toBe('concealed'))
    const synced = await desk.alex.emitWithAck('desk:sync', {})
    const line = synced.ok ? synced.conversations[0] : undefined
    expect(line).toMatchObject({ hold: 'concealed', visitorName: null, about: null, lastMessage: null })
    const heldLines = desk.lines.alex.conversations.filter(({ hold }) => hold !== 'none')
    const told = JSON.stringify([synced, heldLines, desk.lines.alex.messages])
    for (const secret of ['scared', 'Kim', 'worry at home', 'hits me']) expect(told).not.toContain(secret)
  })

  it('cannot be taken by an ordinary navigator, but by whoever raised the concern and by leads', async () => {
    await start()
    const { conversationId } = desk
    await desk.raise()
    await desk.sam.emitWithAck('conversation:hand-back', { conversationId })
    expect(await desk.open(desk.sam), 'handed back, it is theirs no more').toEqual(refused)
    expect(await desk.alex.emitWithAck('conversation:claim', { conversationId })).toEqual(refused)
    const taken = await desk.sam.emitWithAck('conversation:claim', { conversationId })
    expect(taken).toMatchObject({ ok: true, conversation: { hold: 'readable' } })
    await desk.sam.emitWithAck('conversation:hand-back', { conversationId })
    expect(await desk.lee.emitWithAck('conversation:claim', { conversationId })).toMatchObject({ ok: true })
  })

  it('cannot be taken by somebody who raises a concern of their own about what they may not read', async () => {
    await start()
    const { conversationId } = desk
    await desk.raise()
    await desk.sam.emitWithAck('conversation:hand-back', { conversationId })
    expect(await desk.raise(desk.alex), 'a concern is never refused').toMatchObject({ ok: true })
    expect(await desk.alex.emitWithAck('conversation:claim', { conversationId })).toEqual(refused)
    expect(await desk.open(desk.alex)).toEqual(refused)
  })

  it('cannot be passed on to an ordinary navigator, but to a lead', async () => {
    await start()
    const { conversationId } = desk
    await desk.raise()
    for (const colleague of [desk.alex, desk.lee]) await colleague.emitWithAck('desk:sync', {})
    await desk.sam.emitWithAck('conversation:offer', { conversationId, to: 'alex' })
    expect(await desk.alex.emitWithAck('conversation:accept', { conversationId })).toEqual(refused)
    await desk.sam.emitWithAck('conversation:offer', { conversationId, to: 'lee' })
    expect(await desk.lee.emitWithAck('conversation:accept', { conversationId })).toMatchObject({ ok: true })
    expect(await desk.open(desk.sam), 'passed on, it is theirs no more').toEqual(refused)
  })

  it('is read by nobody without a trace: each opening by each person is in the audit, once', async () => {
    await start()
    await desk.raise()
    const reads = async () => (await desk.audited()).filter((entry) => entry.endsWith('conversation-read'))
    await desk.open(desk.sam)
    await desk.open(desk.sam, true, 1)
    await desk.open(desk.lee)
    await desk.open(desk.lee, true, 1)
    expect(await reads()).toEqual(['sam conversation-read', 'lee conversation-read'])
    await desk.open(desk.lee, false, 2)
    expect(await reads(), 'opened anew').toHaveLength(3)
    await desk.open(desk.alex)
    expect(await reads(), 'a refusal is no reading').toHaveLength(3)
    const again = await desk.helpdesk.navigator('Lou', leadOfArea)
    await desk.open(again, true, 2)
    expect(await reads(), 'a page cannot say that it had it open').toHaveLength(4)
  })

  it('tells nothing to somebody who tries to open it again and again', async () => {
    await start()
    await desk.raise()
    const tries = Array.from({ length: 90 }, () => desk.open(desk.alex))
    const written = Array.from({ length: 15 }, (_, index) => desk.says(`Still here ${index}`))
    await Promise.all(written)
    expect(new Set((await Promise.all(tries)).map(({ ok }) => ok))).toEqual(new Set([false]))
    expect(await desk.open(desk.alex)).toEqual(refused)
    expect(desk.lines.alex.messages).toEqual([])
  })

  it('is the family’s as before: they read and write on', async () => {
    await start()
    await desk.raise()
    expect(await desk.says('Are you still there?')).toMatchObject({ ok: true })
    const synced = await desk.kim.emitWithAck('conversation:sync', { lastSeq: 0 })
    expect(synced).toMatchObject({ ok: true, conversation: { visitorName: 'Kim' } })
    expect(JSON.stringify(synced)).not.toMatch(/concern|held|danger/)
  })

  it('keeps its text through the nights until a lead releases it', async () => {
    await start()
    const { conversationId, helpdesk } = desk
    const { id: concernId } = concernIn(await desk.raise())
    await desk.sam.emitWithAck('conversation:end', { conversationId })
    const textAfterNights = async (nights: number) => {
      helpdesk.time.now += nights * day
      await helpdesk.jobs.runDue()
      const opened = await desk.open(desk.lee)
      return opened.ok ? opened.messages.map(({ text }) => text).join() : ''
    }
    expect(await textAfterNights(200)).toContain(worrying)
    expect(await desk.lee.emitWithAck('concern:release', { concernId })).toMatchObject({
      ok: false,
      code: 'conflict',
    })
    await desk.lee.emitWithAck('concern:close', { concernId, reason: 'Passed on', release: false })
    expect(await textAfterNights(1)).toContain(worrying)
    const released = concernIn(await desk.lee.emitWithAck('concern:release', { concernId }))
    expect(released.held).toBe(false)
    expect(await desk.open(desk.alex)).toMatchObject({ ok: true, conversation: { hold: 'none' } })
    expect(await textAfterNights(1)).not.toContain('uncle')
  })

  it('stays held while another concern about it is open', async () => {
    await start()
    const { id: first } = concernIn(await desk.raise())
    const { id: second } = concernIn(await desk.raise(desk.lee))
    const closing = { reason: 'The same', release: true }
    expect(
      concernIn(await desk.lee.emitWithAck('concern:close', { concernId: first, ...closing })).held,
    ).toBe(true)
    expect(
      concernIn(await desk.lee.emitWithAck('concern:close', { concernId: second, ...closing })).held,
    ).toBe(false)
  })

  it('is not held anew when a page repeats a concern that a lead has closed', async () => {
    await start()
    const id = randomUUID()
    const { id: concernId } = concernIn(await desk.raise(desk.sam, id))
    await desk.lee.emitWithAck('concern:close', { concernId, reason: 'No danger', release: true })
    expect(concernIn(await desk.raise(desk.sam, id))).toMatchObject({ id: concernId, held: false })
    expect(await desk.open(desk.alex)).toMatchObject({ ok: true, conversation: { hold: 'none' } })
  })

  it('is heard by a lead only as long as they are one', async () => {
    await start()
    await desk.raise()
    await desk.open(desk.lee)
    helpdeskSession(desk, 'Lee').grants = [{ role: 'navigator', scope: { kind: 'area' } }]
    await desk.helpdesk.helpdesk.makeRound()
    await desk.says('Only for those who may')
    await eventually(() => expect(desk.lines.lee.conversations.at(-1)?.hold).toBe('concealed'))
    expect(JSON.stringify([desk.lines.lee.messages, desk.lines.lee.conversations])).not.toContain(
      'Only for those',
    )
  })
})

function helpdeskSession(desk: WithConcern, name: string) {
  const session = desk.helpdesk.sessions.get(`session=${name}`)
  if (!session) throw new Error(`${name} is not signed in`)
  return session
}
