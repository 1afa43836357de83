import { z } from 'zod'
import { cardSchema } from '#protocol/cards.ts'
import type { UnsentMessage } from './thread.ts'

/** Short texts kept by key for as long as the tab lives. Never throws. */
export type TabStore = {
  read: (key: string) => string | null
  write: (key: string, text: string) => void
  remove: (key: string) => void
}

/** Own messages that the helpdesk has not confirmed, kept through a reload. Bound to one conversation. */
export type Outbox = {
  load: (conversationId: string) => UnsentMessage[]
  save: (conversationId: string, messages: readonly UnsentMessage[]) => void
  clear: () => void
}

const outboxSchema = z.object({
  conversationId: z.string(),
  messages: z.array(
    z.object({
      clientMessageId: z.string(),
      text: z.string(),
      writtenAt: z.number(),
      problem: z.string().nullable(),
      card: cardSchema.optional(),
    }),
  ),
})

/**
 * A store in `sessionStorage`, or in memory where the browser refuses that (private windows, blocked cookies, full).
 * `storage` is called each time, since merely touching it may throw.
 */
export function openTabStore(storage: () => Storage): TabStore {
  const memory = new Map<string, string>()
  const attempt = <T>(work: (kept: Storage) => T, otherwise: T): T => {
    try {
      return work(storage())
    } catch {
      return otherwise
    }
  }
  return {
    read: (key) => memory.get(key) ?? attempt((kept) => kept.getItem(key), null),
    write: (key, text) => {
      const written = attempt((kept) => {
        kept.setItem(key, text)
        return true
      }, false)
      if (written) memory.delete(key)
      else memory.set(key, text)
    },
    remove: (key) => {
      memory.delete(key)
      attempt((kept) => kept.removeItem(key), undefined)
    },
  }
}

/** The outbox under `key`. What another conversation left, or what cannot be read, counts as empty. */
export function createOutbox(store: TabStore, key: string): Outbox {
  return {
    load: (conversationId) => {
      const kept = parseJson(store.read(key), outboxSchema)
      return kept?.conversationId === conversationId ? kept.messages : []
    },
    save: (conversationId, messages) => {
      if (messages.length === 0) store.remove(key)
      else store.write(key, JSON.stringify({ conversationId, messages }))
    },
    clear: () => store.remove(key),
  }
}

/** Kept JSON, parsed by `schema`; null when there is none or it is not what it should be. */
export function parseJson<Schema extends z.ZodType>(
  text: string | null,
  schema: Schema,
): z.output<Schema> | null {
  if (text === null) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
