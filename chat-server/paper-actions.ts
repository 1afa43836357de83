import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import type { NewId } from '#platform/clock.ts'
import type { PaperChoice, PaperForm } from '#protocol/paper.ts'
import { sayDate } from '#records/london-time.ts'
import { firstMessageId } from './begin-conversation.ts'
import { mayRead, refuseReading } from './domain/concern.ts'
import { claim, end } from './domain/conversation.ts'
import { CardNotFound, ConversationNotFound } from './domain/errors.ts'
import { envelope, type PaperItem, sayAbout, sayWanted } from './domain/paper.ts'
import type { RecordStores } from './record-stores.ts'
import type { FindCard } from './site-cards.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { PaperRequest } from './storage/paper-requests.ts'
import type { Stores } from './stores.ts'
import { deskPerson } from './transport/admission.ts'
import type { Announcer } from './transport/announcer.ts'

/** Copies by post: asked for by families, printed and posted by navigators. */
export interface PaperActions {
  /** The pages among what was chosen that the site has now; the Easy Read version when that is wanted. */
  itemsOf(choice: PaperChoice, easyRead: boolean): PaperItem[]
  /**
   * Stores the request and tells the desk. Sent again from the same page, it is the same request with what is written
   * now. Throws `ConversationNotFound` and `ConversationEnded` when that page has been open for too long.
   */
  ask(form: PaperForm, choice: PaperChoice): Promise<StoredConversation>
  /** What is to be printed. Throws `ConversationNotFound`, `ConversationHeld`. The reading is in the audit. */
  open(by: SignedIn, conversationId: string): Promise<PaperToPost>
  /** All that has not gone yet and that this person may read, the oldest first. */
  toPost(by: SignedIn): Promise<PaperToPost[]>
  /** It went on this day (`YYYY-MM-DD`): noted, and the conversation ends. Gives its reference. Throws as `open` and `AlreadyTaken`. */
  posted(by: SignedIn, conversationId: string, on: string): Promise<string>
}

export interface PaperToPost {
  conversation: StoredConversation
  request: PaperRequest
}

export function createPaperActions(parts: {
  stores: Stores
  records: Pick<RecordStores, 'papers'>
  announcer: Pick<Announcer, 'conversation' | 'message'>
  audit: Pick<Audit, 'record'>
  findCard: FindCard
  newId: NewId
}): PaperActions {
  const { stores, records, announcer, audit, findCard, newId } = parts

  async function readable(by: SignedIn, id: string): Promise<PaperToPost> {
    const conversation = await stores.reader.find(id)
    const request = await records.papers.find(id)
    if (!conversation || !request) throw new ConversationNotFound()
    refuseReading(conversation, deskPerson(by))
    return { conversation, request }
  }

  function itemOf(path: string): PaperItem | undefined {
    try {
      return { path, title: findCard(path).title }
    } catch (error) {
      if (error instanceof CardNotFound) return undefined
      throw error
    }
  }

  function itemsOf(choice: PaperChoice, easyRead: boolean): PaperItem[] {
    const [page] = [choice.page].filter((path) => path !== '').map(itemOf)
    const services = choice.services.flatMap((path) => itemOf(path) ?? [])
    if (page === undefined) return services
    const inEasyRead = { path: choice.easy, title: `${page.title} (Easy Read)` }
    return [easyRead && choice.easy !== '' ? inEasyRead : page, ...services]
  }

  return {
    itemsOf,

    async ask(form, choice) {
      const [largePrint, easyRead] = [form.largePrint === 'yes', form.easyRead === 'yes']
      const items = itemsOf(choice, easyRead)
      const text = sayWanted({ items, largePrint, easyRead, words: form.text })
      const asked = {
        ...{ clientConversationId: form.clientConversationId, channel: 'paper' as const },
        ...{ name: form.name, postTo: envelope(form), email: form.email, telephone: form.telephone },
        ...{ about: sayAbout(items), pageFrom: choice.page === '' ? undefined : choice.page },
      }
      const { conversation, added } = await stores.database.write(async (trx) => {
        const begun = await stores.writer.start(trx, asked)
        const { id } = begun.conversation
        if (!begun.isNew) await records.papers.correct(trx, id, asked)
        await records.papers.ask(trx, id, { items: items.map(({ path }) => path), largePrint, easyRead })
        const message = await stores.messages.add(trx, id, {
          author: { kind: 'visitor' },
          clientMessageId: firstMessageId(form.clientConversationId, text),
          text,
        })
        return { conversation: begun.conversation, added: message }
      })
      announcer.message(added)
      await announcer.conversation(conversation.id)
      return conversation
    },

    async open(by, conversationId) {
      const found = await readable(by, conversationId)
      await stores.database.write((trx) =>
        audit.record(trx, {
          actor: by.accountId,
          action: 'conversation-read',
          subject: `conversation:${conversationId}`,
          detail: { held: found.conversation.held },
        }),
      )
      return found
    },

    async toPost(by) {
      const waiting: PaperToPost[] = []
      for (const id of await records.papers.unposted()) {
        const conversation = await stores.reader.find(id)
        const request = await records.papers.find(id)
        if (conversation && request && mayRead(conversation, deskPerson(by)))
          waiting.push({ conversation, request })
      }
      return waiting
    },

    async posted(by, conversationId, on) {
      const { reference } = (await readable(by, conversationId)).conversation
      const me = { kind: 'navigator', accountId: by.accountId } as const
      const added = await stores.database.write(async (trx) => {
        if (!(await records.papers.posted(trx, conversationId, on, by.accountId))) return undefined
        await stores.writer.change(trx, conversationId, (standing) => claim(standing, by.accountId), by.name)
        const message = await stores.messages.add(trx, conversationId, {
          ...{ author: me, authorName: by.name, clientMessageId: newId() },
          text: `Posted on ${sayDate(on)}.`,
        })
        await stores.writer.change(trx, conversationId, (standing) => end(standing, me, stores.clock()))
        await audit.record(trx, {
          actor: by.accountId,
          action: 'paper-posted',
          subject: `conversation:${conversationId}`,
        })
        return message
      })
      if (!added) return reference
      announcer.message(added)
      await announcer.conversation(conversationId)
      return reference
    },
  }
}
