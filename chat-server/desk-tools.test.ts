import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import type { FollowUp } from '#protocol/desk-follow-ups.ts'
import type { Note } from '#protocol/desk-notes.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { openWithConcern, type WithConcern } from './concerns.fixture.ts'
import { listenAsVisitor } from './helpdesk.fixture.ts'
import { removeTextOf } from './storage/retention.ts'

describeOnBothEngines('what staff keep beside a conversation', (databases) => {
  let house: WithConcern
  afterEach(() => house.helpdesk.stop())

  async function begin() {
    house = await openWithConcern(await databases.open())
    const { sam, alex, lee, conversationId } = house
    const note = (text: string, clientNoteId: string = randomUUID(), desk = sam) =>
      desk.emitWithAck('note:add', { conversationId, clientNoteId, text })
    const followUp = (id: string = randomUUID(), dueOn = '2026-11-30', desk = sam) =>
      desk.emitWithAck('follow-up:add', { id, conversationId, dueOn, text: 'Ask how the meeting went' })
    const removeText = () =>
      house.helpdesk.database.write((trx) => removeTextOf(trx, [conversationId], house.helpdesk.time.now))
    return { ...house, sam, alex, lee, conversationId, note, followUp, removeText }
  }

  it('shows a note to colleagues who have the conversation open, and never to the family', async () => {
    const { note, alex, open, conversationId, kim } = await begin()
    const page = listenAsVisitor(kim)
    const heard: Note[] = []
    alex.on('note', (news) => heard.push(news))
    await open(alex)
    const clientNoteId = randomUUID()
    const first = await note('Mother prefers mornings', clientNoteId)
    expect(first).toMatchObject({ ok: true, note: { authorName: 'Sam', text: 'Mother prefers mornings' } })
    expect(await note('Mother prefers mornings', clientNoteId), 'a double click').toEqual(first)
    await eventually(() => expect(heard).toHaveLength(1))
    const read = await alex.emitWithAck('notes:read', { conversationId })
    expect(read).toMatchObject({ ok: true, notes: [{ text: 'Mother prefers mornings' }] })
    expect(await note('Another', clientNoteId, alex), 'an id marks one note').toMatchObject({
      code: 'conflict',
    })
    expect(await note('  ')).toMatchObject({ code: 'invalid', message: 'Write your note first.' })
    expect(page.messages.filter(({ text }) => text.includes('mornings'))).toEqual([])
  })

  it('holds the notes of a held conversation as its messages', async () => {
    const { note, raise, alex, sam, lee, open, conversationId, audited } = await begin()
    await note('Something said at the door')
    const heard: Note[] = []
    alex.on('note', (news) => heard.push(news))
    await open(alex)
    await raise()
    expect(await alex.emitWithAck('notes:read', { conversationId })).toMatchObject({ code: 'not-allowed' })
    expect(await note('From outside', randomUUID(), alex)).toMatchObject({ code: 'not-allowed' })
    await note('After the hold')
    expect(await sam.emitWithAck('notes:read', { conversationId })).toMatchObject({ ok: true })
    const read = await lee.emitWithAck('notes:read', { conversationId })
    expect(read.ok && read.notes.map(({ text }) => text)).toEqual([
      'Something said at the door',
      'After the hold',
    ])
    expect(heard.map(({ text }) => text)).not.toContain('After the hold')
    expect(await audited()).toContain('lee notes-read')
  })

  it('tags with terms of the taxonomy, seen by every desk, also after the end', async () => {
    const { sam, alex, lines, conversationId } = await begin()
    await sam.emitWithAck('conversation:end', { conversationId })
    const tag = (name: string, event: 'tag:add' | 'tag:remove' = 'tag:add', desk = sam) =>
      desk.emitWithAck(event, { conversationId, tag: name })
    await tag('travel')
    expect(await tag('autism')).toMatchObject({ ok: true, conversation: { tags: ['autism', 'travel'] } })
    await tag('autism', 'tag:add', alex)
    await eventually(() => expect(lines.alex.conversations.at(-1)?.tags).toEqual(['autism', 'travel']))
    expect(await tag('travel', 'tag:remove')).toMatchObject({ conversation: { tags: ['autism'] } })
    expect(await tag('made-up')).toMatchObject({ code: 'invalid', message: /Choose another/ })
  })

  it('keeps what somebody means to do to themselves, until it is done and after the end', async () => {
    const { sam, alex, followUp, conversationId } = await begin()
    const heard: FollowUp[] = []
    sam.on('follow-up', (news) => heard.push(news))
    await sam.emitWithAck('conversation:end', { conversationId })
    const id = randomUUID()
    const added = await followUp(id)
    expect(added).toMatchObject({
      ok: true,
      followUp: { dueOn: '2026-11-30', visitorName: 'Kim', doneAt: null },
    })
    expect(await followUp(id), 'a double click').toEqual(added)
    await followUp(randomUUID(), '2026-11-24')
    const listed = await sam.emitWithAck('follow-ups:read', {})
    expect(listed.ok && listed.followUps.map(({ dueOn }) => dueOn)).toEqual(['2026-11-24', '2026-11-30'])
    await eventually(() => expect(heard.length).toBeGreaterThanOrEqual(2))
    expect(await alex.emitWithAck('follow-ups:read', {})).toEqual({ ok: true, followUps: [] })
    expect(await alex.emitWithAck('follow-up:done', { id, done: true })).toMatchObject({ code: 'not-found' })
    expect(await sam.emitWithAck('follow-up:done', { id, done: true })).toMatchObject({
      followUp: { doneAt: expect.any(Number) },
    })
    expect(await sam.emitWithAck('follow-up:done', { id, done: false })).toMatchObject({
      followUp: { doneAt: null },
    })
  })

  it('does not tell what a concern holds by a follow-up either', async () => {
    const { alex, followUp, raise } = await begin()
    await followUp(randomUUID(), '2026-11-30', alex)
    await raise()
    const listed = await alex.emitWithAck('follow-ups:read', {})
    expect(listed).toMatchObject({ ok: true, followUps: [{ text: null, visitorName: null }] })
    expect(await followUp(randomUUID(), '2026-11-30', alex)).toMatchObject({ code: 'not-allowed' })
  })

  it('goes with the text of its conversation, and takes no more words then; tags stay', async () => {
    const { sam, note, followUp, removeText, conversationId } = await begin()
    await note('Mother prefers mornings')
    await followUp()
    await sam.emitWithAck('tag:add', { conversationId, tag: 'autism' })
    expect(await removeText()).toEqual([conversationId])
    expect(await sam.emitWithAck('notes:read', { conversationId })).toEqual({ ok: true, notes: [] })
    expect(await sam.emitWithAck('follow-ups:read', {})).toEqual({ ok: true, followUps: [] })
    for (const refused of [await note('Late'), await followUp()])
      expect(refused).toMatchObject({ ok: false, code: 'ended' })
    expect(await sam.emitWithAck('tag:add', { conversationId, tag: 'travel' })).toMatchObject({
      conversation: { tags: ['autism', 'travel'] },
    })
  })
})
