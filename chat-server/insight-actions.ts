import type { Transaction } from 'kysely'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import type { NewGap, NewMark, NewTask } from '#protocol/insight.ts'
import { needs } from '#records/taxonomy.ts'
import { refuseReading } from './domain/concern.ts'
import { ConversationNotFound } from './domain/errors.ts'
import { NeedNotKnown, refusePersonal } from './domain/insight-errors.ts'
import type { RecordStores } from './record-stores.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import { readSteady, refuseWithoutText } from './storage/steady-conversation.ts'
import type { Stores } from './stores.ts'
import { deskPerson } from './transport/admission.ts'

/** What navigators note for those who plan and write: what was missing, what families say, what the site should say. */
export interface InsightActions {
  /** Throws `NeedNotKnown`, `LooksPersonal`, and as `addMark` where it came up in a conversation. */
  addGap(by: SignedIn, gap: NewGap): Promise<void>
  /** Throws `ConversationNotFound`, `ConversationHeld`, `TextRemoved`, `LooksPersonal`. */
  addMark(by: SignedIn, mark: NewMark): Promise<void>
  /** As `addMark`, after the text is removed too. Nothing of the conversation is kept with the task. */
  addTask(by: SignedIn, task: NewTask): Promise<void>
}

export function createInsightActions({
  stores,
  records,
  audit,
}: {
  stores: Stores
  records: Pick<RecordStores, 'gaps' | 'themes' | 'editorTasks'>
  audit: Pick<Audit, 'record'>
}): InsightActions {
  /** The conversation that something came up in, if this person may read it and words may be kept with it. */
  async function steady(trx: Transaction<unknown>, id: string, by: SignedIn): Promise<StoredConversation> {
    const conversation = await readSteady(trx, id, deskPerson(by))
    refuseWithoutText(conversation)
    return conversation
  }

  /** The conversation that something came up in, if this person may read it. */
  async function readable(id: string, by: SignedIn): Promise<StoredConversation> {
    const conversation = await stores.reader.find(id)
    if (!conversation) throw new ConversationNotFound()
    refuseReading(conversation, deskPerson(by))
    return conversation
  }

  return {
    async addGap(by, gap) {
      if (gap.need !== null && !needs.some(({ id }) => id === gap.need)) throw new NeedNotKnown()
      await stores.database.write(async (trx) => {
        const from = gap.conversationId === null ? null : await steady(trx, gap.conversationId, by)
        const words = [gap.words, gap.area].filter((part) => part !== null).join(' ')
        refusePersonal({ words, lookedAgain: gap.lookedAgain }, [from?.visitorName ?? null])
        await records.gaps.add(trx, gap, by.accountId)
      })
    },

    async addMark(by, mark) {
      await stores.database.write(async (trx) => {
        const { visitorName } = await steady(trx, mark.conversationId, by)
        refusePersonal(mark, [visitorName])
        await records.themes.mark(trx, mark, by.accountId)
      })
    },

    async addTask(by, task) {
      const conversation = task.conversationId === null ? null : await readable(task.conversationId, by)
      refusePersonal(task, [conversation?.visitorName ?? null])
      const { conversationId: _, lookedAgain: __, ...kept } = task
      await stores.database.write(async (trx) => {
        if (!(await records.editorTasks.add(trx, kept, by))) return
        const subject = `editor-task:${task.clientTaskId}`
        await audit.record(trx, { actor: by.accountId, action: 'editor-task-add', subject })
      })
    },
  }
}
