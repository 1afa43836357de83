import { z } from 'zod'
import { type StartConversation, startConversationSchema } from '#protocol/http.ts'
import { answerWays, helpfulThings, interpreterFor } from '#protocol/wishes.ts'
import { parseJson, type TabStore } from '../conversation/outbox.ts'

/** What the visitor has filled in before the first message, with the ids that keep a repeat from doubling anything. */
export type StartDraft = z.output<typeof startDraftSchema>

const startDraftSchema = z.object({
  clientConversationId: z.uuid(),
  clientMessageId: z.uuid(),
  name: z.string(),
  about: z.string(),
  text: z.string(),
  answerBy: z.enum(answerWays),
  email: z.string(),
  telephone: z.string(),
  /** ticked of `helpfulThings` */
  uses: z.array(z.string()),
  interpreter: z.boolean(),
  /** which language the interpreter should speak */
  language: z.string(),
  /** ticked: the navigator may see the chat that this page had before */
  showEarlier: z.boolean().default(false),
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
        answerBy: 'here',
        email: '',
        telephone: '',
        uses: [],
        interpreter: false,
        language: '',
        showEarlier: false,
      },
    save: (draft: StartDraft) => store.write(draftKey, JSON.stringify(draft)),
    clear: () => store.remove(draftKey),
  }
}

/**
 * The draft as the helpdesk takes it. What is not asked for any more, such as an email address for a call, is left out.
 * `earlierTicket` is what the page holds of the chat that it had before; it goes along only where the box is ticked.
 */
export function startRequest(
  draft: StartDraft,
  pageFrom: string | undefined,
  earlierTicket?: string,
): StartConversation {
  const { clientConversationId, name, about, answerBy, email, telephone, language } = draft
  return {
    clientConversationId,
    name: name.trim() || undefined,
    about: about.trim() || undefined,
    pageFrom,
    preferredContact: answerBy,
    email: answerBy === 'email' ? email.trim() || undefined : undefined,
    telephone: answerBy === 'telephone' ? telephone.trim() || undefined : undefined,
    uses: [...draft.uses, ...(draft.interpreter ? [interpreterFor(language)] : [])],
    earlierTicket: draft.showEarlier ? earlierTicket : undefined,
  }
}

/** What is wrong with the draft's fields, each a sentence. Empty when the chat can start. */
export function problemsInDraft(draft: StartDraft): Readonly<Record<string, string>> {
  const { error } = startConversationSchema.safeParse(startRequest(draft, undefined))
  const problems: Record<string, string> = {}
  for (const { path, message } of error?.issues ?? []) problems[fieldOf(path)] ??= message
  return problems
}

/** What the draft says about how the page should be: Easy Read wants plain words and symbols. */
export function easeIn({ uses }: StartDraft): { plain?: true; symbols?: true } {
  const easyRead = uses.includes(helpfulThings.easyRead)
  return {
    ...((easyRead || uses.includes(helpfulThings.shortSentences)) && { plain: true }),
    ...((easyRead || uses.includes(helpfulThings.symbols)) && { symbols: true }),
  }
}

/** The page of this site that the visitor came from, as a path without its query, or undefined. */
export function pageCameFrom(referrer: string, origin: string): string | undefined {
  if (!URL.canParse(referrer)) return undefined
  const url = new URL(referrer)
  const own = url.origin === origin && !url.pathname.startsWith('/chat/') && url.pathname.length <= 300
  return own ? url.pathname : undefined
}

/** Of the things that help only the language is written by hand. */
function fieldOf([first]: readonly PropertyKey[]): string {
  return first === 'uses' ? 'language' : String(first)
}
