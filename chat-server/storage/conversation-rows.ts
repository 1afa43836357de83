import type { Selectable } from 'kysely'
import { z } from 'zod'
import { type Card, cardInWords, cardSchema } from '#protocol/cards.ts'
import type { Author, Message } from '#protocol/conversation.ts'
import type { AnswerWay } from '#protocol/wishes.ts'
import type { Holding } from '../domain/concern.ts'
import type { Colleague, Standing } from '../domain/conversation.ts'
import type { ConversationTable, MessageTable } from './tables.ts'

/** A conversation as it is stored. */
export interface StoredConversation extends Standing {
  id: string
  reference: string
  visitorName: string | null
  about: string | null
  pageFrom: string | null
  uses: string[]
  email: string | null
  telephone: string | null
  /** whether the visitor wants to be rung, and when it suits them */
  callBack: boolean
  callBackWhen: string | null
  preferredContact: AnswerWay | null
  /** where paper is sent to: name and postal address, in lines */
  postTo: string | null
  navigatorName: string | null
  /** counted up with each conversation */
  arrival: number
  startedAt: number
  lastSeq: number
  seenByVisitor: number
  seenByNavigator: number
  version: number
  /** names, addresses and text are gone: their time is over, or a lead has removed them */
  textRemoved: boolean
  /** when a navigator blocked whoever wrote it, and why; null when nobody did, or a lead has lifted it */
  blockedAt: number | null
  blockReason: string | null
  /** a safeguarding concern keeps its text, and keeps it from ordinary readers */
  held: boolean
  /** an earlier conversation of the same person, which they agreed to show */
  earlierId: string | null
  /** what it is about: ids of the taxonomy */
  tags: string[]
}

/** The newest message of a conversation that a person wrote, for lists. */
export interface LastMessage {
  seq: number
  author: Author
  text: string
  sentAt: number
}

/** A conversation as the rules know it: lists are parsed, numbers that stand for yes and no are booleans. */
export function toConversation(row: Selectable<ConversationTable>): StoredConversation {
  return {
    id: row.id,
    reference: row.reference,
    channel: row.channel,
    state: row.state,
    visitorName: row.visitor_name,
    about: row.about,
    pageFrom: row.page_from,
    uses: toTexts(row.uses),
    email: row.email,
    telephone: row.telephone,
    callBack: row.call_back === 1,
    callBackWhen: row.call_back_when,
    preferredContact: row.preferred_contact,
    postTo: row.post_to,
    navigatorId: row.navigator_id,
    navigatorName: row.navigator_name,
    arrival: row.arrival,
    startedAt: row.started_at,
    waitingSince: row.waiting_since,
    endedAt: row.ended_at,
    offeredTo: row.offered_to,
    offeredAt: row.offered_at,
    promisedOn: row.promised_on,
    blockedAt: row.blocked_at,
    blockReason: row.block_reason,
    lastSeq: row.last_seq,
    seenByVisitor: row.seen_by_visitor,
    seenByNavigator: row.seen_by_navigator,
    version: row.version,
    textRemoved: row.text_removed_at !== null,
    held: row.held === 1,
    colleagues: toColleagues(row.colleagues),
    earlierId: row.earlier_id,
    tags: toTexts(row.tags),
  }
}

/** A message as both sides are sent it. */
export function toMessage(row: Selectable<MessageTable>): Message {
  return {
    seq: row.seq,
    author: row.author,
    authorName: row.author_name,
    text: row.text,
    sentAt: row.sent_at,
    clientMessageId: row.client_message_id,
    card: toCard(row.card),
  }
}

/** What a list shows of a message: its words, or else the name of its card. */
export function toExcerpt(text: string, card: string | null): string {
  const shown = text === '' ? toCard(card) : null
  return shown ? cardInWords(shown) : text
}

function toCard(json: string | null): Card | null {
  return json === null ? null : cardSchema.parse(JSON.parse(json))
}

/** What decides who reads a conversation, from its row. */
export function toHolding(
  row: Pick<Selectable<ConversationTable>, 'held' | 'navigator_id' | 'colleagues'>,
): Holding {
  return {
    held: row.held === 1,
    navigatorId: row.navigator_id,
    colleagues: toColleagues(row.colleagues),
  }
}

/** Who was asked in, from the JSON of the table. */
export function toColleagues(json: string): Colleague[] {
  return json === '[]' ? [] : colleaguesSchema.parse(JSON.parse(json))
}

const colleaguesSchema = z.array(
  z.object({ accountId: z.string(), name: z.string(), joined: z.boolean(), byLead: z.boolean() }),
)

function toTexts(json: string): string[] {
  return json === '[]' ? [] : textsSchema.parse(JSON.parse(json))
}

const textsSchema = z.array(z.string())
