import { refuseWriting } from './domain/conversation.ts'
import { sayCallBackAsked } from './domain/notices.ts'
import type { CallBackWish } from './storage/visitor-contact.ts'
import type { Stores } from './stores.ts'
import type { Announcer } from './transport/announcer.ts'

/** What a visitor does on pages without JavaScript; each is stored, then announced. Errors as the stores throw them. */
export interface VisitorActions {
  write(conversationId: string, answer: { clientMessageId: string; text: string }): Promise<void>
  /** Asking again for the same changes nothing. */
  askCallBack(conversationId: string, wish: CallBackWish): Promise<void>
  /** Removes the address for answers; the links in emails that have gone end. */
  stopEmails(conversationId: string): Promise<void>
}

export function createVisitorActions({
  stores,
  announcer,
}: {
  stores: Stores
  announcer: Announcer
}): VisitorActions {
  return {
    async write(id, answer) {
      const author = { kind: 'visitor' } as const
      announcer.message(
        await stores.database.write((trx) => stores.messages.add(trx, id, { author, ...answer })),
      )
    },

    async askCallBack(id, wish) {
      const before = await stores.reader.find(id)
      const isKnown = before?.callBack && before.telephone === wish.telephone
      if (isKnown && before.callBackWhen === (wish.suits ?? null)) return
      const notice = await stores.database.write(async (trx) => {
        const conversation = await stores.contact.askCallBack(trx, id, wish)
        refuseWriting(conversation, { kind: 'visitor' })
        return stores.messages.addNotice(trx, id, sayCallBackAsked())
      })
      announcer.message(notice)
      await announcer.conversation(id)
    },

    async stopEmails(id) {
      await stores.database.write(async (trx) => {
        await stores.contact.forgetEmail(trx, id)
        await stores.links.endAll(trx, id)
      })
      await announcer.conversation(id)
    },
  }
}
