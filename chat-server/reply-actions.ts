import type { Transaction } from 'kysely'
import type { AuditAction } from '#platform/accounts/audit-words.ts'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import type { Card } from '#protocol/cards.ts'
import { isOpenToVisitors } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import type { Area } from '#records/area.ts'
import { blockMs, sayBlocked } from './domain/block.ts'
import { refuseOthersThanLeads, refuseReading } from './domain/concern.ts'
import {
  answerLater,
  endForAbuse,
  goOnAfterEnd,
  keepPromise,
  refuseWriting,
  type Standing,
} from './domain/conversation.ts'
import {
  ConversationBlocked,
  ConversationNotFound,
  NobodyToTell,
  NoDayToPromise,
  NoWayToAnswer,
} from './domain/errors.ts'
import { replyBy } from './domain/opening-hours.ts'
import type { PromisedTimes } from './domain/promised-answer.ts'
import { sayAnswersLater, sayGoesOn } from './domain/reply-notices.ts'
import type { Letters } from './letters.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { AddedMessage } from './storage/message-writer.ts'
import type { Stores } from './stores.ts'
import { deskPerson } from './transport/admission.ts'
import type { Announcer } from './transport/announcer.ts'
import { toDeskView } from './transport/views.ts'

/** What a navigator does beyond answering now: stored with its notice, its audit entry and its email, then announced. */
export interface ReplyActions {
  /** Answers by the promised day. Throws `NoWayToAnswer` without an address, known or given; what `answerLater` throws. */
  answerLater(by: SignedIn, id: string, email: string | undefined): Promise<DeskConversation>
  /** What was promised is answered, without another message. Throws what `refuseWriting` throws. */
  answered(by: SignedIn, id: string): Promise<DeskConversation>
  /** Goes on after the end. Throws `NobodyToTell`, `ConversationBlocked`, `ConversationHeld`; what `goOnAfterEnd` throws. */
  answerEnded(by: SignedIn, id: string, answer: LateAnswer): Promise<DeskConversation>
  /** Ends it against abuse. Throws `ConcernNeedsLead`; what `endForAbuse` throws. */
  block(by: SignedIn, id: string, reason: string): Promise<DeskConversation>
  /** Throws `NotTheLead`. */
  unblock(by: SignedIn, id: string): Promise<DeskConversation>
}

/** What the area's settings say of answers: when they come, and which ways stay open. */
export type ReplyArea = PromisedTimes & Pick<Area, 'contact' | 'emergency'>

export interface LateAnswer {
  clientMessageId: string
  text: string
  card?: () => Card
}

export interface ReplyParts {
  stores: Stores
  announcer: Announcer
  audit: Pick<Audit, 'record'>
  letters: Pick<Letters, 'weWillEmail' | 'youHaveALaterReply'>
  area: () => ReplyArea
  /** Conversations begin slowly for a while from where this one's pages are open. */
  slowDown: (conversationId: string) => void
}

export function createReplyActions(parts: ReplyParts): ReplyActions {
  const { stores, announcer, audit, letters, area } = parts

  async function record(trx: Transaction<unknown>, by: SignedIn, action: AuditAction, id: string) {
    await audit.record(trx, { actor: by.accountId, action, subject: `conversation:${id}` })
  }

  /** Changes the state by a rule; of what no visitor opens there is nothing to answer and nobody to block. */
  async function change(trx: Transaction<unknown>, id: string, by: SignedIn, rule: Rule) {
    const result = await stores.writer.change(trx, id, rule, by.name)
    if (!isOpenToVisitors(result.before)) throw new ConversationNotFound()
    return result
  }

  /** Tells of what was stored, and gives the line as it is now. */
  async function told(by: SignedIn, id: string, added: readonly AddedMessage[]): Promise<DeskConversation> {
    for (const each of added) announcer.message(each)
    await announcer.conversation(id)
    const conversation = await stores.reader.find(id)
    if (!conversation) throw new ConversationNotFound()
    return toDeskView(conversation, await stores.reader.lastMessage(id), deskPerson(by), area())
  }

  return {
    async answerLater(by, id, email) {
      const day = replyBy(area(), stores.clock(), area().helpdesk.replyWorkingDays)
      if (day === null) throw new NoDayToPromise()
      const added = await stores.database.write(async (trx) => {
        const { before, changed } = await change(trx, id, by, (standing) =>
          answerLater(standing, by.accountId, day),
        )
        if (email === undefined && before.email === null) throw new NoWayToAnswer()
        if (email !== undefined) await tellByEmail(trx, id, email)
        if (!changed) return []
        await record(trx, by, 'conversation-answer-later', id)
        return [await stores.messages.addNotice(trx, id, sayAnswersLater(by.name, day))]
      })
      return told(by, id, added)
    },

    async answered(by, id) {
      const author = { kind: 'navigator' as const, accountId: by.accountId }
      await stores.database.write(async (trx) => {
        const { before, changed } = await change(trx, id, by, keepPromise)
        refuseWriting(before, author)
        if (changed) await record(trx, by, 'conversation-answered', id)
      })
      return told(by, id, [])
    },

    async answerEnded(by, id, answer) {
      const author = { kind: 'navigator' as const, accountId: by.accountId }
      const added = await stores.database.write(async (trx) => {
        const { before, changed } = await change(trx, id, by, (standing) =>
          goOnAfterEnd(standing, by.accountId),
        )
        refuseReading(before, deskPerson(by))
        if (changed) refuseUnreachable(before)
        const notice = changed ? [await stores.messages.addNotice(trx, id, sayGoesOn(by.name))] : []
        const message = await stores.messages.add(trx, id, { author, authorName: by.name, ...answer })
        if (changed) {
          await record(trx, by, 'conversation-answer-ended', id)
          await letters.youHaveALaterReply(trx, id)
        }
        return [...notice, message]
      })
      return told(by, id, added)
    },

    async block(by, id, reason) {
      const person = deskPerson(by)
      const now = stores.clock()
      const added = await stores.database.write(async (trx) => {
        await change(trx, id, by, (standing) => endForAbuse(standing, person, now))
        const isNew = await stores.blocks.set(trx, id, {
          ...{ reason, by: by.accountId, isLead: person.isLead },
        })
        if (!isNew) return []
        await record(trx, by, 'conversation-block', id)
        return [await stores.messages.addNotice(trx, id, sayBlocked(area(), now + blockMs, now))]
      })
      parts.slowDown(id)
      return told(by, id, added)
    },

    async unblock(by, id) {
      refuseOthersThanLeads(deskPerson(by))
      await stores.database.write(async (trx) => {
        if (await stores.blocks.lift(trx, id)) await record(trx, by, 'conversation-unblock', id)
      })
      return told(by, id, [])
    },
  }

  async function tellByEmail(trx: Transaction<unknown>, id: string, email: string): Promise<void> {
    const left = await stores.contact.leaveEmail(trx, id, email)
    if (left.isNew) await letters.weWillEmail(trx, left.conversation)
  }
}

/** Whoever was blocked, and whoever left no address, gets nothing after the end. */
function refuseUnreachable({ email, blockedAt }: StoredConversation): void {
  if (blockedAt !== null) throw new ConversationBlocked()
  if (email === null) throw new NobodyToTell()
}

type Rule = (standing: Standing) => Standing
