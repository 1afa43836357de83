import { type ReadonlySignal, signal } from '@preact/signals'
import { type FoundConversation, type SearchAnswer, searchRequests } from '#protocol/desk-search.ts'
import { counted } from '#records/counted.ts'
import type { Wire } from '../conversation/wire.ts'
import type { DeskFilter } from './desk-filter.ts'

/** What a search of conversations has come to. */
export type SearchView =
  | { is: 'none' }
  | { is: 'searching'; words: string }
  | { is: 'refused'; words: string; message: string }
  | ({ is: 'found'; words: string } & SearchAnswer)

export type SearchDesk = ReturnType<typeof createSearchDesk>

const unreachable = 'We could not reach the helpdesk, so nothing was searched. Try again in a moment.'

/** Search on one page of the desk. Of several searches the last one counts. */
export function createSearchDesk(ask: Wire['ask']) {
  const view = signal<SearchView>({ is: 'none' })
  let latest = 0
  return {
    view: view as ReadonlySignal<SearchView>,
    search: async (words: string, { channel, navigatorId, tag, heldOnly }: DeskFilter) => {
      latest += 1
      const mine = latest
      view.value = { is: 'searching', words }
      const { payload: _, reply: schema } = searchRequests['conversations:search']
      const reply = await ask('conversations:search', { words, channel, navigatorId, tag, heldOnly }, schema)
      if (mine !== latest) return
      view.value = reply?.ok
        ? { ...reply, is: 'found', words }
        : { is: 'refused', words, message: reply?.message ?? unreachable }
    },
    /** Its text is removed: no search has found it. */
    forget: (id: string) => {
      const shown = view.value
      if (shown.is !== 'found') return
      view.value = { ...shown, found: shown.found.filter(({ conversation }) => conversation.id !== id) }
    },
    clear: () => {
      latest += 1
      view.value = { is: 'none' }
    },
  }
}

/** What came of a search, in a sentence: how many, that there are more, that there are none. */
export function foundInWords(
  { found, more, notYet }: SearchAnswer,
  shown: readonly FoundConversation[],
): string {
  const rest =
    notYet === 0
      ? ''
      : ` ${counted(notYet, 'older conversation')} cannot be searched yet. Try again in some minutes.`
  if (more) return `Here are the newest ${found.length}. There are more: add a word, or use a filter.${rest}`
  if (shown.length === 0)
    return `No conversation has all of these words. Try fewer words, or the beginning of one.${rest}`
  return `${counted(shown.length, 'conversation')} found.${rest}`
}
