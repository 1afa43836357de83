import { type ReadonlySignal, signal } from '@preact/signals'
import { z } from 'zod'
import { helpfulThings } from '#protocol/wishes.ts'
import { parseJson, type TabStore } from '../conversation/outbox.ts'

/** How the chat is on this device. All of it is off until somebody wants it. */
export type Settings = z.output<typeof settingsSchema>

const settingsSchema = z.object({
  /** larger text and fewer words around the talk; the navigator is told */
  plain: z.boolean(),
  /** answers with symbols to press; the navigator is told */
  symbols: z.boolean(),
  /** a short tone when the navigator writes */
  sound: z.boolean(),
})

const settingsKey = 'local-offer-chat-settings'
const allOff: Settings = { plain: false, symbols: false, sound: false }

/** The settings that all tabs of this browser share. `store` keeps them; call `refresh` when another tab has changed it. */
export function createSettings(store: TabStore) {
  const load = () => parseJson(store.read(settingsKey), settingsSchema) ?? allOff
  const current = signal(load())
  return {
    current: current as ReadonlySignal<Settings>,
    change: (part: Partial<Settings>) => {
      current.value = { ...current.value, ...part }
      store.write(settingsKey, JSON.stringify(current.value))
    },
    refresh: () => {
      current.value = load()
    },
    /** Nothing is kept on the device any more; this page stays as it is. */
    clear: () => store.remove(settingsKey),
  }
}

/** What helps a visitor, once the settings have changed to these: what they said before, and what the settings say. */
export function usesWith(before: readonly string[], { plain, symbols }: Settings): string[] {
  const { shortSentences, symbols: withSymbols } = helpfulThings
  const others = before.filter((use) => use !== shortSentences && use !== withSymbols)
  return [...others, ...(plain ? [shortSentences] : []), ...(symbols ? [withSymbols] : [])]
}
