import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import { mostFound, type SearchAnswer, type SearchPayload, searchRequests } from '#protocol/desk-search.ts'
import { WordTooShort } from '../domain/errors.ts'
import type { PromisedTimes } from '../domain/promised-answer.ts'
import { soughtWords } from '../domain/search-words.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import type { Stores } from '../stores.ts'
import { deskPerson } from './admission.ts'
import type { Limits } from './limits.ts'
import type { DeskSocket } from './namespaces.ts'
import { type Routes, request } from './serve-socket.ts'
import { toDeskView } from './views.ts'

export interface SearchParts {
  stores: Stores
  limits: Limits
  audit: Pick<Audit, 'record'>
  hours: () => PromisedTimes
  recheck: (socket: DeskSocket) => Promise<SignedIn>
}

/** Conversations that a search itself takes in before it looks: what was written just now is found. */
const takenInFirst = 300
/** Beyond this many that are not taken in we stop counting. */
const mostCounted = 20_000

/** Full-text search on a desk's socket. Who it is and what they may read is asked again at each search. */
export function searchRoutes(socket: DeskSocket, parts: SearchParts): Routes {
  return {
    'conversations:search': request(searchRequests['conversations:search'], async (wanted) => {
      parts.limits.request(socket.id)
      return searchConversations(parts, await parts.recheck(socket), wanted)
    }),
  }
}

/** Throws `WordTooShort`. */
async function searchConversations(
  { stores, audit, hours }: SearchParts,
  signedIn: SignedIn,
  { words, ...narrowed }: SearchPayload,
): Promise<SearchAnswer> {
  const { search, reader } = stores
  const sought = soughtWords(words)
  if (sought.length === 0) throw new WordTooShort()
  const person = deskPerson(signedIn)
  const isBehind = (await search.takeIn(takenInFirst)) === takenInFirst
  const found = await search.find(sought, person, { ...narrowed, most: mostFound + 1 })
  const shown = found.slice(0, mostFound)
  await noteSearch(shown)
  const lastMessages = new Map(
    (await reader.lines(shown.map(({ id }) => id))).map(({ conversation, lastMessage }) => [
      conversation.id,
      lastMessage,
    ]),
  )
  return {
    found: await Promise.all(
      shown.map(async (conversation) => ({
        conversation: toDeskView(conversation, lastMessages.get(conversation.id) ?? null, person, hours()),
        excerpt: await search.excerpt(conversation.id, sought),
      })),
    ),
    more: found.length > mostFound,
    notYet: isBehind ? await search.notTakenIn(mostCounted) : 0,
  }

  /** Not what was looked for: that may say more about a family than the conversations that it found. */
  async function noteSearch(conversations: readonly StoredConversation[]): Promise<void> {
    const others = conversations.filter(({ navigatorId }) => navigatorId !== signedIn.accountId)
    if (others.length === 0) return
    await stores.database.write((trx) =>
      audit.record(trx, {
        actor: signedIn.accountId,
        action: 'conversations-search',
        subject: 'conversations',
        detail: { ofOthers: others.length, held: conversations.filter(({ held }) => held).length },
      }),
    )
  }
}
