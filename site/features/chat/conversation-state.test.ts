import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '#protocol/conversation.ts'
import { conversation } from './chat-session.fixture.ts'
import { type ConversationEvent, openState, phaseOf, reduce, seqToMarkSeen } from './conversation-state.ts'

const message = (seq: number, author: Message['author'] = 'navigator'): Message => ({
  seq,
  author,
  authorName: author === 'navigator' ? 'Sam' : null,
  text: `message ${seq}`,
  sentAt: 1000 + seq,
  clientMessageId: `id-${seq}`,
  card: null,
})
const stateAfter = (...events: ConversationEvent[]) => events.reduce(reduce, openState(conversation, []))
const connected: ConversationEvent = { type: 'link', connection: { is: 'connected' } }
const dropped = (attempts: number): ConversationEvent => ({
  type: 'link',
  connection: { is: 'reconnecting', attempts },
})

describe('what the visitor is shown', () => {
  it('goes from waiting to talking to ended', () => {
    const withSam = { ...conversation, state: 'with-navigator', navigatorName: 'Sam' } as const
    expect(phaseOf(stateAfter(connected))).toBe('waiting')
    expect(phaseOf(stateAfter(connected, { type: 'conversation', conversation: withSam }))).toBe('talking')
    const ended = { ...conversation, state: 'ended', endedAt: 5 } as const
    expect(phaseOf(stateAfter(connected, { type: 'conversation', conversation: ended }, dropped(1)))).toBe(
      'ended',
    )
  })

  it('says that the line dropped, that it is back, and when we have tried for long', () => {
    expect(phaseOf(stateAfter(connected, dropped(1)))).toBe('reconnecting')
    expect(stateAfter(connected, dropped(1), connected).link).toBe('restored')
    expect(phaseOf(stateAfter(connected, dropped(6)))).toBe('failed')
    expect(stateAfter(connected, dropped(6), connected).link).toBe('restored')
    expect(stateAfter(connected).link).toBe('connected')
  })

  it('says why it was refused', () => {
    const refusal = { ok: false, code: 'not-found', message: 'There is no such chat.' } as const
    const state = stateAfter({ type: 'link', connection: { is: 'refused', refusal } })
    expect(phaseOf(state)).toBe('failed')
    expect(state.problem).toBe('There is no such chat.')
  })

  it('never leaves "ended" because of older news', () => {
    const ended = { ...conversation, state: 'ended', endedAt: 5 } as const
    const state = stateAfter(
      { type: 'conversation', conversation: ended },
      { type: 'synced', conversation, messages: [] },
    )
    expect(phaseOf(state)).toBe('ended')
  })
})

describe('messages', () => {
  it('that were there before the page opened are history', () => {
    const state = stateAfter(
      { type: 'synced', conversation, messages: [message(1), message(2)] },
      { type: 'message', message: message(3) },
      { type: 'synced', conversation, messages: [message(4)] },
    )
    expect(state.historyUpTo).toBe(2)
    expect(state.thread.messages).toHaveLength(4)
  })

  it('are never lost, doubled or out of order, however pushes and resyncs meet', () => {
    const steps = fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 9 }).map(
          (seq): ConversationEvent => ({
            type: 'message',
            message: message(seq),
          }),
        ),
        fc.integer({ min: 1, max: 9 }).map(
          (upTo): ConversationEvent => ({
            type: 'synced',
            conversation,
            messages: Array.from({ length: upTo }, (_, index) => message(index + 1)),
          }),
        ),
        fc.constant(dropped(1)),
        fc.constant(connected),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(steps, (events) => {
        const all = Array.from({ length: 9 }, (_, index) => message(index + 1))
        const state = stateAfter(...events, { type: 'synced', conversation, messages: all })
        expect(state.thread.messages.map((each) => each.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
      }),
    )
  })

  it('that I wrote wait in order until they are confirmed, also when refused and tried again', () => {
    const written = (id: string): ConversationEvent => ({
      type: 'written',
      message: { clientMessageId: id, text: 'hello', writtenAt: 1, problem: null },
    })
    const state = stateAfter(
      written('a'),
      written('b'),
      { type: 'refused', clientMessageId: 'a', problem: 'Too long.' },
      { type: 'retried', clientMessageId: 'a' },
      {
        type: 'stored',
        confirmation: { clientMessageId: 'a', seq: 1, sentAt: 2, author: 'visitor', authorName: null },
      },
    )
    expect(state.thread.messages.map((each) => each.clientMessageId)).toEqual(['a'])
    expect(state.thread.unsent.map((each) => each.clientMessageId)).toEqual(['b'])
    expect(reduce(state, { type: 'discarded', clientMessageId: 'b' }).thread.unsent).toEqual([])
  })

  it('are marked seen once, up to the newest of the navigator', () => {
    const state = stateAfter({ type: 'synced', conversation, messages: [message(1), message(2, 'visitor')] })
    expect(seqToMarkSeen(state)).toBe(1)
    expect(seqToMarkSeen(reduce(state, { type: 'seen-by-visitor', seq: 1 }))).toBeNull()
  })

  it('end the sign that the navigator types', () => {
    const typing: ConversationEvent = { type: 'typing', typing: true }
    expect(stateAfter(typing).navigatorTyping).toBe(true)
    expect(stateAfter(typing, { type: 'message', message: message(1) }).navigatorTyping).toBe(false)
  })
})
