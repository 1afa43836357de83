import { z } from 'zod'
import { parseJson, type TabStore } from '../conversation/outbox.ts'

/** What the visitor has filled in before the first message, with the ids that keep a repeat from doubling anything. */
export type StartDraft = z.output<typeof startDraftSchema>

const startDraftSchema = z.object({
  clientConversationId: z.uuid(),
  clientMessageId: z.uuid(),
  name: z.string(),
  about: z.string(),
  text: z.string(),
})

const draftKey = 'local-offer-chat-draft'

/** Where a tab keeps what is being written in a running chat. */
export const composingKey = 'local-offer-chat-composing'

/** The draft of this tab: it survives a reload. `newId` makes UUIDs. */
export function createDraftKeeper(store: TabStore, newId: () => string) {
  return {
    load: (): StartDraft =>
      parseJson(store.read(draftKey), startDraftSchema) ?? {
        clientConversationId: newId(),
        clientMessageId: newId(),
        name: '',
        about: '',
        text: '',
      },
    save: (draft: StartDraft) => store.write(draftKey, JSON.stringify(draft)),
    clear: () => store.remove(draftKey),
  }
}

/** The page of this site that the visitor came from, as a path without its query, or undefined. */
export function pageCameFrom(referrer: string, origin: string): string | undefined {
  if (!URL.canParse(referrer)) return undefined
  const url = new URL(referrer)
  const own = url.origin === origin && !url.pathname.startsWith('/chat/') && url.pathname.length <= 300
  return own ? url.pathname : undefined
}
