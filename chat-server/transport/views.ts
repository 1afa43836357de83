import type { Conversation } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import type { Contact } from '#protocol/desk-contact.ts'
import type { HelpdeskStatus, VisitorConversation } from '#protocol/visitor.ts'
import { blockedUntil } from '../domain/block.ts'
import { type DeskPerson, mayRead } from '../domain/concern.ts'
import { answerBy, type PromisedTimes } from '../domain/promised-answer.ts'
import type { LastMessage, StoredConversation } from '../storage/conversation-rows.ts'

/** Longest piece of the newest message in the desk's list. */
const longestExcerpt = 120

/** What the visitor gets to see: never who else waits, never a navigator's account. */
export function toVisitorView(
  conversation: StoredConversation,
  queue: readonly { id: string; channel: string }[],
  helpdesk: HelpdeskStatus,
): VisitorConversation {
  return {
    ...toSharedView(conversation),
    queuePosition: placesIn(queue).get(conversation.id) ?? null,
    emailLeft: conversation.email !== null,
    blockedUntil: blockedUntil(conversation),
    showsEarlier: conversation.earlierId !== null,
    callBack: conversation.callBack,
    uses: conversation.uses,
    preferredContact: conversation.preferredContact,
    helpdesk,
  }
}

/** The places of those who wait in a chat, counted once for each reading of the queue. */
function placesIn(queue: readonly { id: string; channel: string }[]): ReadonlyMap<string, number> {
  const known = knownPlaces.get(queue)
  if (known) return known
  const chats = queue.filter(({ channel }) => channel === 'chat')
  const places = new Map(chats.map(({ id }, index) => [id, index + 1]))
  knownPlaces.set(queue, places)
  return places
}

const knownPlaces = new WeakMap<object, ReadonlyMap<string, number>>()

/**
 * One line of the desk's list: never an email address or a telephone number. Of a conversation that is held from this
 * `reader` nothing that the visitor wrote.
 */
export function toDeskView(
  conversation: StoredConversation,
  lastMessage: LastMessage | null,
  reader: DeskPerson,
  times: PromisedTimes,
): DeskConversation {
  const whole: DeskConversation = {
    ...toSharedView(conversation),
    hold: conversation.held ? 'readable' : 'none',
    pageFrom: conversation.pageFrom,
    uses: conversation.uses,
    preferredContact: conversation.preferredContact,
    navigatorId: conversation.navigatorId,
    offeredTo: conversation.offeredTo,
    arrival: conversation.arrival,
    waitingSince: conversation.waitingSince,
    answerBy: answerBy(conversation, lastMessage, times),
    callBack: conversation.callBack,
    promisedOn: conversation.promisedOn,
    block: blockOf(conversation),
    tags: conversation.tags,
    colleagues: conversation.colleagues.map(({ accountId, name, joined }) => ({ accountId, name, joined })),
    showsEarlier: conversation.earlierId !== null,
    lastMessage: conversation.textRemoved
      ? null
      : lastMessage && { ...lastMessage, text: excerpt(lastMessage.text) },
  }
  if (mayRead(conversation, reader)) return whole
  const nothingWritten = {
    ...{ visitorName: null, about: null, pageFrom: null, uses: [], lastMessage: null },
    ...{ tags: [], showsEarlier: false, block: null },
  }
  return { ...whole, ...nothingWritten, hold: 'concealed' }
}

/** How to reach the person: for those alone who have the conversation open. */
export function toContact({ email, telephone, callBackWhen, postTo }: StoredConversation): Contact {
  return { email, telephone, callBackWhen, postTo }
}

function blockOf(conversation: StoredConversation): DeskConversation['block'] {
  const until = blockedUntil(conversation)
  return until === null ? null : { until, reason: conversation.blockReason }
}

/** Field by field, so that a new column of the table is shown to nobody by itself. */
function toSharedView(conversation: StoredConversation): Conversation {
  return {
    id: conversation.id,
    reference: conversation.reference,
    channel: conversation.channel,
    state: conversation.state,
    visitorName: conversation.visitorName,
    about: conversation.about,
    navigatorName: conversation.navigatorName,
    startedAt: conversation.startedAt,
    endedAt: conversation.endedAt,
    lastSeq: conversation.lastSeq,
    seenByNavigator: conversation.seenByNavigator,
    seenByVisitor: conversation.seenByVisitor,
    textRemoved: conversation.textRemoved,
  }
}

function excerpt(text: string): string {
  const characters = Array.from(text)
  if (characters.length <= longestExcerpt) return text
  return `${characters.slice(0, longestExcerpt - 1).join('')}…`
}
