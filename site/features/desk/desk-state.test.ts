import { describe, expect, it } from 'vitest'
import type { Author, Message } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { toAnnounce } from '../conversation/announcing.ts'
import {
  hasUnread,
  isLate,
  nameOfVisitor,
  partConversations,
  standingInWords,
  timeLine,
  titleOf,
} from './desk-lists.ts'
import { type DeskEvent, emptyDesk, reduce, seqToMarkSeen, talkOf, textRemovedSince } from './desk-state.ts'

const minute = 60_000
const me = { accountId: 'sam', name: 'Sam', available: true, capacity: 4, helpsWith: [] }
const queue = {
  ...{ open: true, closesAt: null, waiting: 0, longestWaitSince: null },
  ...{ navigatorsAvailable: 1, navigators: [] },
}
const contact = { email: null, telephone: null, callBackWhen: null, postTo: null }

const conversation = (id: string, changes: Partial<DeskConversation> = {}): DeskConversation => ({
  id,
  reference: `LO-7KQ4-${id.toUpperCase()}`,
  channel: 'chat',
  state: 'waiting',
  visitorName: null,
  about: null,
  pageFrom: null,
  uses: [],
  preferredContact: null,
  navigatorId: null,
  navigatorName: null,
  offeredTo: null,
  arrival: 0,
  startedAt: 0,
  waitingSince: 0,
  answerBy: null,
  block: null,
  promisedOn: null,
  hold: 'none',
  ...{ tags: [], colleagues: [], showsEarlier: false },
  callBack: false,
  endedAt: null,
  lastSeq: 0,
  seenByNavigator: 0,
  seenByVisitor: 0,
  textRemoved: false,
  lastMessage: null,
  ...changes,
})
const mine = (id: string, changes: Partial<DeskConversation> = {}) =>
  conversation(id, { state: 'with-navigator', navigatorId: 'sam', waitingSince: null, ...changes })
const message = (seq: number, author: Author): Message => ({
  seq,
  author,
  authorName: null,
  text: `message ${seq}`,
  sentAt: seq,
  clientMessageId: `id-${seq}`,
  card: null,
})
const deskWith = (conversations: DeskConversation[], ...events: DeskEvent[]) =>
  [{ type: 'synced', me, queue, conversations } as const, ...events].reduce(reduce, emptyDesk)

describe('the desk’s list', () => {
  const lists = partConversations({
    me,
    conversations: [
      conversation('late', { arrival: 2, startedAt: 1 }),
      conversation('first', { arrival: 1, startedAt: 2 }),
      mine('mine'),
      mine('other', { navigatorId: 'alex' }),
      conversation('form', { channel: 'message' }),
      conversation('old', { state: 'ended', endedAt: 5 }),
      conversation('new', { state: 'ended', endedAt: 9 }),
    ],
  })
  const ids = (lines: readonly DeskConversation[]) => lines.map(({ id }) => id)

  it('parts who waits, mine, others, messages and ended, the longest wait first', () => {
    expect(ids(lists.waiting)).toEqual(['first', 'late'])
    expect(ids(lists.mine)).toEqual(['mine'])
    expect(ids(lists.others)).toEqual(['other'])
    expect(ids(lists.messages)).toEqual(['form'])
    expect(ids(lists.ended)).toEqual(['new', 'old'])
  })

  it('counts who waits in the title of the tab', () => {
    expect(titleOf(lists)).toBe('(2 waiting) Navigator desk')
    expect(titleOf({ ...lists, waiting: [] })).toBe('Navigator desk')
  })

  it('tells a screen reader who waits and where news are', () => {
    const unread = mine('m', {
      lastSeq: 2,
      lastMessage: { seq: 2, author: 'visitor', text: 'hi', sentAt: 1 },
    })
    expect(hasUnread(unread)).toBe(true)
    expect(standingInWords({ ...lists, mine: [unread] })).toBe(
      '2 people are waiting. New messages in 1 conversation of yours.',
    )
    expect(standingInWords({ ...lists, waiting: [], mine: [] })).toBe('Nobody is waiting.')
    const seen = { ...unread, seenByNavigator: 2, lastSeq: 3 }
    expect(hasUnread(seen), 'a notice after what was seen is no news').toBe(false)
  })

  it('shows one’s own switch as the helpdesk has it, which turns it off at closing time', () => {
    const open = reduce(emptyDesk, { type: 'synced', me, queue, conversations: [] })
    const sam = { accountId: 'sam', name: 'Sam', chats: 0, capacity: 4 }
    const closed = { ...queue, open: false, navigators: [{ ...sam, available: false }] }
    expect(reduce(open, { type: 'queue', queue: closed }).me?.available).toBe(false)
    expect(reduce(open, { type: 'queue', queue }).me?.available, 'not among those who are there').toBe(true)
  })

  it('says in words how long a chat waits, what we aim at, and that it is late', () => {
    const chat = conversation('c', { answerBy: 5 * minute })
    expect(timeLine(chat, 2 * minute)).toBe('Waiting 2 minutes (aim: 5)')
    expect(isLate(chat, 5 * minute - 1)).toBe(false)
    expect(timeLine(chat, 6 * minute)).toBe('Waiting 6 minutes, late (aim: 5)')
    expect(isLate(mine('c'), 600 * minute)).toBe(false)
  })

  it('says by which day a message is to be answered, and that the day is over', () => {
    const left = Date.parse('2026-11-23T12:00:00Z')
    const answerBy = Date.parse('2026-11-26T00:00:00Z')
    const form = conversation('f', { channel: 'message', startedAt: left, waitingSince: left, answerBy })
    expect(timeLine(form, left)).toBe('Sent midday. Answer by Wednesday 25 November')
    expect(timeLine(form, answerBy)).toMatch(/^Sent .*\. Late: promised by Wednesday 25 November$/)
    const taken = mine('f', { channel: 'message', startedAt: left, answerBy })
    expect(timeLine(taken, left)).toBe('midday. Answer by Wednesday 25 November')
  })

  it('names somebody who gave no name by the end of their reference', () => {
    expect(nameOfVisitor(conversation('2m9x'))).toBe('Visitor 2M9X')
  })
})

describe('a conversation whose text is removed', () => {
  const opened = (line: DeskConversation): DeskEvent => {
    return { type: 'opened', chosen: true, conversation: line, contact, messages: [message(1, 'visitor')] }
  }
  const removed = mine('a', { state: 'ended', textRemoved: true })

  it('is forgotten on the page at once, and stays so when it is opened again', () => {
    const before = deskWith([mine('a')], { type: 'selected', conversationId: 'a' }, opened(mine('a')))
    const after = reduce(before, { type: 'conversation', conversation: removed })
    expect(after.openId).toBe('a')
    expect(after.talks).toEqual({})
    expect(textRemovedSince(before, after)).toEqual([removed])
    expect(textRemovedSince(after, reduce(after, opened(removed)))).toEqual([])
    expect(reduce(after, opened(removed)).talks).toEqual({})
    expect(reduce(before, { type: 'synced', me, queue, conversations: [removed] }).talks).toEqual({})
  })

  it('is no new line of a list that did not have it', () => {
    expect(reduce(deskWith([]), { type: 'conversation', conversation: removed }).conversations).toEqual([])
  })
})

describe('how to reach somebody', () => {
  const left = {
    type: 'contact',
    conversationId: 'a',
    contact: { ...contact, email: 'kim@example.org' },
  } as const

  it('follows at once when they say it while the conversation is open', () => {
    const opened = { type: 'opened', chosen: true, conversation: mine('a'), contact, messages: [] } as const
    const before = deskWith([mine('a')], { ...opened, messages: [] })
    expect(talkOf(reduce(before, left), 'a').contact?.email).toBe('kim@example.org')
    expect(reduce(deskWith([mine('a')]), left).talks, 'not opened').toEqual({})
  })
})

describe('a conversation on the desk', () => {
  it('shows each message once, in order, after sleep and resync', () => {
    const state = deskWith(
      [mine('a')],
      { type: 'selected', conversationId: 'a' },
      { type: 'opened', chosen: true, conversation: mine('a'), contact, messages: [message(1, 'visitor')] },
      { type: 'message', conversationId: 'a', message: message(3, 'visitor') },
      {
        type: 'opened',
        chosen: false,
        conversation: mine('a'),
        contact,
        messages: [message(2, 'visitor'), message(3, 'visitor')],
      },
    )
    const talk = talkOf(state, 'a')
    expect(talk.thread.messages.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(toAnnounce(talk.thread.messages, talk.historyUpTo, 'navigator').map(({ seq }) => seq)).toEqual([
      2, 3,
    ])
  })

  it('that is chosen again announces nothing of what was there', () => {
    const opened: DeskEvent = {
      type: 'opened',
      chosen: true,
      conversation: mine('a'),
      contact,
      messages: [message(1, 'visitor')],
    }
    const state = deskWith(
      [mine('a')],
      { type: 'selected', conversationId: 'a' },
      opened,
      { type: 'message', conversationId: 'a', message: message(2, 'visitor') },
      { type: 'selected', conversationId: null },
      { type: 'selected', conversationId: 'a' },
    )
    const talk = talkOf(state, 'a')
    expect(toAnnounce(talk.thread.messages, talk.historyUpTo, 'navigator')).toEqual([])
  })

  it('is marked seen only by the navigator who has it', () => {
    const opened = (line: DeskConversation): DeskEvent[] => [
      { type: 'selected', conversationId: 'a' },
      { type: 'opened', chosen: true, conversation: line, contact, messages: [message(1, 'visitor')] },
    ]
    expect(seqToMarkSeen(deskWith([mine('a')], ...opened(mine('a'))))).toEqual({
      conversationId: 'a',
      seq: 1,
    })
    const others = mine('a', { navigatorId: 'alex' })
    expect(seqToMarkSeen(deskWith([others], ...opened(others)))).toBeNull()
    expect(seqToMarkSeen(deskWith([conversation('a')], ...opened(conversation('a'))))).toBeNull()
  })

  it('keeps what was written and not sent through a reload, once', () => {
    const unsent = [{ clientMessageId: 'x', text: 'hello', writtenAt: 1, problem: null }]
    const restored: DeskEvent = { type: 'restored', conversationId: 'a', unsent }
    expect(talkOf(deskWith([mine('a')], restored, restored), 'a').thread.unsent).toEqual(unsent)
  })

  it('moves through the list as it is taken, and its line is replaced, not added', () => {
    const state = deskWith([conversation('a')], { type: 'conversation', conversation: mine('a') })
    expect(partConversations(state).mine.map(({ id }) => id)).toEqual(['a'])
    expect(state.conversations).toHaveLength(1)
  })

  it('ends with the session: the desk says why', () => {
    const state = deskWith([], { type: 'signed-out', message: 'You are signed out.' })
    expect([state.link, state.problem]).toEqual(['refused', 'You are signed out.'])
  })
})
