import { becomeMessage, handBack } from './domain/conversation.ts'
import { sayNavigatorLost } from './domain/notices.ts'
import { type OpeningHours, openSession } from './domain/opening-hours.ts'
import { sayAnsweredLater } from './domain/status.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { AddedMessage } from './storage/message-writer.ts'
import type { Stores } from './stores.ts'
import type { Announcer } from './transport/announcer.ts'

/** What the area says about the helpdesk's time. */
export type SweepSettings = OpeningHours & { helpdesk: { replyWorkingDays: number } }

/**
 * Puts right what time has changed, so that nobody waits for somebody who has gone. Every step is a conditional
 * update: on several processes each thing is done, and told, once.
 */
export interface Sweeper {
  /** Conversations whose navigator is no longer connected go back to the queue, and the family is told. */
  returnLapsed(): Promise<void>
  /** After closing, with nobody there, those who still wait are told when they get an answer. */
  turnIntoMessages(): Promise<void>
}

export function createSweeper(parts: {
  stores: Stores
  announcer: Announcer
  settings: () => SweepSettings
}): Sweeper {
  const { stores, announcer, settings } = parts

  /** Changes one conversation and adds a notice, unless the change no longer applies. */
  async function change(
    id: string,
    rule: Parameters<Stores['writer']['change']>[2],
    notice: string,
  ): Promise<void> {
    const changed = await stores.database.write(async (trx): Promise<Changed | undefined> => {
      const result = await stores.writer.change(trx, id, rule)
      if (!result.changed) return undefined
      const added = await stores.messages.addNotice(trx, id, notice)
      return { added, conversation: added.conversation ?? result.conversation }
    })
    if (!changed) return
    announcer.message(changed.added)
    await announcer.conversation(id)
  }

  return {
    async returnLapsed() {
      const now = stores.clock()
      for (const { id, navigatorId, navigatorName } of await stores.navigators.lapsedConversations(now)) {
        const rule: Parameters<typeof change>[1] = (standing) =>
          standing.state === 'with-navigator' && standing.navigatorId === navigatorId
            ? handBack(standing, navigatorId, now)
            : standing
        await change(id, rule, sayNavigatorLost(navigatorName))
      }
      if (await stores.database.write((trx) => stores.navigators.switchOffLapsed(trx, now)))
        await announcer.queue()
    },

    async turnIntoMessages() {
      const now = stores.clock()
      const { helpdesk, ...hours } = settings()
      if (openSession(hours, now) || (await stores.navigators.countAvailable(now)) > 0) return
      for (const waiting of await stores.reader.queue()) {
        if (waiting.channel !== 'chat') continue
        const rule: Parameters<typeof change>[1] = (standing) =>
          standing.channel === 'chat' ? becomeMessage(standing) : standing
        await change(waiting.id, rule, sayAnsweredLater(hours, now, helpdesk.replyWorkingDays))
      }
    },
  }
}

interface Changed {
  added: AddedMessage
  conversation: StoredConversation
}
