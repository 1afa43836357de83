import { isOpenToVisitors } from '#protocol/conversation.ts'
import { inLondon } from '#records/london-time.ts'
import { navigatorsThere } from './board.ts'
import { becomeMessage, decline, handBack, type Standing } from './domain/conversation.ts'
import { sayNavigatorLost } from './domain/notices.ts'
import { lastClosing, type OpeningHours, openSession } from './domain/opening-hours.ts'
import { sayColleagueAnswers } from './domain/reply-notices.ts'
import { sayAnsweredLater, sayClosedMeanwhile } from './domain/status.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { DeskNavigator } from './storage/navigators.ts'
import type { Stores } from './stores.ts'
import type { Announcer } from './transport/announcer.ts'

/** For how long a colleague may think about taking over. */
export const offerMs = 2 * 60_000

/** What the area says about the helpdesk's time. */
export type SweepSettings = OpeningHours & { helpdesk: { replyWorkingDays: number } }

/**
 * Puts right what time has changed, so that nobody waits for somebody who has gone. Every step is a conditional
 * update: on several processes each thing is done, and told, once.
 */
export interface Sweeper {
  /** Conversations whose navigator is no longer connected go back to the queue, and the family is told. */
  returnLapsed(): Promise<void>
  /** A colleague who does not answer, or has left, has not taken over: it stays with the first. */
  endOffers(): Promise<void>
  /**
   * After closing, with nobody there, chats become messages: those who wait are told when they get an answer, those
   * with a navigator what happens if they get none today. Whoever did not switch off is switched off.
   */
  closeForToday(): Promise<void>
  /** Cookies that were not used for long open nothing any more, and their sockets close. */
  endCapabilities(): Promise<void>
}

export function createSweeper(parts: {
  stores: Stores
  announcer: Announcer
  settings: () => SweepSettings
  /** closes the sockets that this capability opened */
  disconnect: (capabilityHash: string) => void
}): Sweeper {
  const { stores, announcer, settings } = parts
  /** since when offers stand, by the time that never jumps */
  let offersSeen = new Map<string, { offeredAt: number | null; since: number }>()

  /** Changes one conversation and adds a notice if there is one to add, unless the change no longer applies. */
  async function change(id: string, rule: Rule, notice?: string, stillSo?: Condition): Promise<void> {
    const changed = await stores.database.write(async (trx) => {
      if (stillSo && !(await stillSo(trx))) return undefined
      const result = await stores.writer.change(trx, id, rule)
      if (!result.changed) return undefined
      return { added: notice === undefined ? null : await stores.messages.addNotice(trx, id, notice) }
    })
    if (!changed) return
    if (changed.added) announcer.message(changed.added)
    await announcer.conversation(id)
  }

  async function putBack(conversation: StoredConversation, gone: DeskNavigator, now: number): Promise<void> {
    const rule: Rule = (standing) =>
      standing.state === 'with-navigator' &&
      standing.navigatorId === gone.accountId &&
      standing.promisedOn === conversation.promisedOn
        ? handBack(standing, gone.accountId, now)
        : standing
    const stillGone: Condition = (trx) => stores.navigators.isLastSign(trx, gone)
    const notice =
      conversation.promisedOn === null ? sayNavigatorLost(gone.name) : sayColleagueAnswers(gone.name)
    await change(conversation.id, rule, notice, stillGone)
  }

  /**
   * A message stays with a navigator who has gone home: after their answer, until the family writes again; and when they
   * promised one, until the day has come, so that somebody else can keep the promise.
   */
  async function staysWith({ id, channel, promisedOn }: StoredConversation, now: number): Promise<boolean> {
    if (channel !== 'message') return false
    if (promisedOn !== null) return inLondon(now).date < promisedOn || openSession(settings(), now) === null
    return (await stores.reader.lastMessage(id))?.author === 'navigator'
  }

  async function closeChat(chat: StoredConversation, now: number): Promise<void> {
    const { helpdesk, ...hours } = settings()
    const { replyWorkingDays } = helpdesk
    const notice =
      chat.navigatorName === null
        ? sayAnsweredLater(hours, now, replyWorkingDays)
        : sayClosedMeanwhile(hours, now, { navigatorName: chat.navigatorName, replyWorkingDays })
    // What was told depends on who has it; if that has changed meanwhile, the next round tells it rightly.
    const rule: Rule = (standing) =>
      standing.navigatorId === chat.navigatorId ? becomeMessage(standing) : standing
    await change(chat.id, rule, notice)
  }

  return {
    async returnLapsed() {
      const now = stores.clock()
      const all = await stores.navigators.all()
      const gone = new Map(all.filter(stores.presence.isGone).map((one) => [one.accountId, one]))
      if (gone.size === 0) return
      for (const conversation of await stores.reader.withNavigators()) {
        // Nobody waits at the other end of what was written down: it stays with whoever keeps it.
        if (!isOpenToVisitors(conversation)) continue
        const lost = gone.get(conversation.navigatorId ?? '')
        if (lost && !(await staysWith(conversation, now))) await putBack(conversation, lost, now)
      }
      for (const one of gone.values()) {
        if (!one.available) continue
        if (await stores.database.write((trx) => stores.navigators.switchOff(trx, one)))
          await announcer.queue()
      }
    },

    async endOffers() {
      const offered = (await stores.reader.withNavigators()).filter(({ offeredTo }) => offeredTo !== null)
      const there = new Set((await navigatorsThere(stores)).map(({ accountId }) => accountId))
      const before = offersSeen
      offersSeen = new Map()
      for (const { id, offeredTo, offeredAt } of offered) {
        if (offeredTo === null) continue
        const known = before.get(id)
        const since = known?.offeredAt === offeredAt ? known.since : stores.elapsed()
        offersSeen.set(id, { offeredAt, since })
        if (there.has(offeredTo) && stores.elapsed() - since < offerMs) continue
        await change(id, (standing) =>
          standing.offeredAt === offeredAt ? decline(standing, offeredTo) : standing,
        )
      }
    },

    async closeForToday() {
      const now = stores.clock()
      const { helpdesk: _, ...hours } = settings()
      if (openSession(hours, now)) return
      const closedAt = lastClosing(hours, now)
      if (closedAt !== null) {
        const isOff = await stores.database.write((trx) => stores.navigators.switchOffSince(trx, closedAt))
        if (isOff) await announcer.queue()
      }
      if ((await navigatorsThere(stores)).some(({ available }) => available)) return
      for (const chat of [...(await stores.reader.queue()), ...(await stores.reader.withNavigators())]) {
        if (chat.channel === 'chat') await closeChat(chat, now)
      }
    },

    async endCapabilities() {
      if (!(await stores.capabilities.hasEnded())) return
      const ended = await stores.database.write((trx) => stores.capabilities.removeEnded(trx))
      for (const hash of ended) parts.disconnect(hash)
    },
  }
}

type Rule = (standing: Standing) => Standing
type Condition = (trx: Parameters<Parameters<Stores['database']['write']>[0]>[0]) => Promise<boolean>
