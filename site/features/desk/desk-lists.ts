import type { Channel } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { counted } from '#records/counted.ts'
import { inLondon, sayDate } from '#records/london-time.ts'
import { howLong, timeOrDay } from '../conversation/plain-times.ts'
import type { DeskState } from './desk-state.ts'
import { mayWrite } from './who-writes.ts'

/** The desk's list, parted. */
export type DeskLists = {
  /** chats that nobody has, the longest wait first */
  waiting: readonly DeskConversation[]
  /** those that this navigator has, or has joined */
  mine: readonly DeskConversation[]
  others: readonly DeskConversation[]
  /** left through the form or after closing time: not taken yet, the oldest first */
  messages: readonly DeskConversation[]
  /** families who want to be rung, not taken yet */
  callBacks: readonly DeskConversation[]
  /** paper to post, not taken yet */
  post: readonly DeskConversation[]
  /** calls and visits that were handed back */
  spoken: readonly DeskConversation[]
  /** the newest first */
  ended: readonly DeskConversation[]
}

/** Who waits, what is mine, what others have. Order depends on who came first, so that lines stay where they are. */
export function partConversations({ conversations, me }: Pick<DeskState, 'conversations' | 'me'>): DeskLists {
  const inOrder = conversations.toSorted(
    (one, other) => one.arrival - other.arrival || one.startedAt - other.startedAt,
  )
  const taken = inOrder.filter(({ state }) => state === 'with-navigator')
  const untaken = inOrder.filter(({ state }) => state === 'waiting')
  return {
    waiting: untaken.filter(({ channel }) => channel === 'chat'),
    messages: untaken.filter(({ channel, callBack }) => channel === 'message' && !callBack),
    callBacks: untaken.filter(({ channel, callBack }) => channel === 'message' && callBack),
    post: untaken.filter(({ channel }) => channel === 'paper'),
    spoken: untaken.filter(({ channel }) => channel === 'telephone' || channel === 'visit'),
    mine: taken.filter((one) => mayWrite(one, me)),
    others: taken.filter((one) => !mayWrite(one, me)),
    ended: inOrder
      .filter(({ state }) => state === 'ended')
      .toSorted((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0)),
  }
}

/** What to call somebody who may not have given a name. */
export function nameOfVisitor({ visitorName, reference }: DeskConversation): string {
  return visitorName ?? `Visitor ${reference.slice(-4)}`
}

/** True when the promised time is over: the only thing that the desk shows in red. */
export function isLate({ state, answerBy }: DeskConversation, now: number): boolean {
  return state !== 'ended' && answerBy !== null && now >= answerBy
}

/** True when the visitor wrote something that the navigator who has it has not seen. */
export function hasUnread({ state, lastMessage, seenByNavigator }: DeskConversation): boolean {
  return state === 'with-navigator' && lastMessage?.author === 'visitor' && lastMessage.seq > seenByNavigator
}

/** The line of the list about time: how long it waits and by when it is to be answered, when it ended. */
export function timeLine(conversation: DeskConversation, now: number): string {
  const { state, channel, startedAt, endedAt, lastMessage } = conversation
  if (state === 'ended') return `Ended ${timeOrDay(endedAt ?? startedAt, now)}`
  if (state === 'waiting' && channel === 'chat') return waitLine(conversation, now)
  const time =
    state === 'waiting'
      ? `${cameAs[channel]} ${timeOrDay(startedAt, now)}`
      : timeOrDay(lastMessage?.sentAt ?? startedAt, now)
  return `${time}${promiseLine(conversation, now)}`
}

/** How it came in: a chat that nobody took becomes a message. */
const cameAs: Readonly<Record<Channel, string>> = {
  chat: 'Sent',
  message: 'Sent',
  telephone: 'Written down',
  visit: 'Written down',
  paper: 'Asked',
}

function waitLine(conversation: DeskConversation, now: number): string {
  const since = conversation.waitingSince ?? conversation.startedAt
  const late = isLate(conversation, now) ? ', late' : ''
  const aim =
    conversation.answerBy === null ? '' : ` (aim: ${Math.round((conversation.answerBy - since) / minuteMs)})`
  return `Waiting ${howLong(since, now)}${late}${aim}`
}

/** The promise holds until the end of a day, which is the beginning of the next. */
function promiseLine(conversation: DeskConversation, now: number): string {
  if (conversation.answerBy === null) return ''
  const day = sayDate(inLondon(conversation.answerBy - 1).date)
  return isLate(conversation, now) ? `. Late: promised by ${day}` : `. Answer by ${day}`
}

const minuteMs = 60_000

/** The title of the browser's tab: it tells what leads must answer, who asks for help and who waits, while one works elsewhere. */
export function titleOf(
  { waiting }: Pick<DeskLists, 'waiting'>,
  offered = 0,
  concerns = 0,
  invited = 0,
): string {
  const news = [
    ...(concerns === 0 ? [] : [counted(concerns, 'concern')]),
    ...(offered === 0 ? [] : [`${offered} to take over`]),
    ...(invited === 0 ? [] : [`${invited} to join`]),
    ...(waiting.length === 0 ? [] : [`${waiting.length} waiting`]),
  ]
  return news.length === 0 ? 'Navigator desk' : `(${news.join(', ')}) Navigator desk`
}

/** How things stand, in words for a screen reader. */
export function standingInWords({ waiting, mine }: DeskLists): string {
  const people = waiting.length === 1 ? '1 person is waiting.' : `${waiting.length} people are waiting.`
  const unread = mine.filter(hasUnread).length
  const news = unread === 0 ? '' : ` New messages in ${counted(unread, 'conversation')} of yours.`
  return `${waiting.length === 0 ? 'Nobody is waiting.' : people}${news}`
}
