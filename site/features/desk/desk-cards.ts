import { z } from 'zod'
import { type Card, cardSchema } from '#protocol/cards.ts'
import { parseJson, type TabStore } from '../conversation/outbox.ts'

/** How many cards the desk remembers for the next time. */
const mostRecent = 6

/** The cards that a navigator is about to give, by conversation, and those that they gave lately. */
export interface DeskCards {
  /** The card that goes with the next message of a conversation, kept through a reload; null for none. */
  load(conversationId: string): Card | null
  save(conversationId: string, card: Card | null): void
  /** Given on this device lately, the newest first. */
  recent(): readonly Card[]
  noteGiven(card: Card): void
}

/**
 * @param options.tab keeps what is about to be given, as long as the tab lives
 * @param options.device keeps what was given, for the next day too
 * @param options.accountId whose desk it is
 */
export function createDeskCards(options: {
  tab: TabStore
  device: TabStore
  accountId: () => string
}): DeskCards {
  const { tab, device, accountId } = options
  const draftKey = (conversationId: string) => `local-offer-desk-card-${accountId()}-${conversationId}`
  const recentKey = () => `local-offer-desk-cards-${accountId()}`
  const recent = () => parseJson(device.read(recentKey()), z.array(cardSchema)) ?? []
  return {
    load: (conversationId) => parseJson(tab.read(draftKey(conversationId)), cardSchema),
    save: (conversationId, card) =>
      card === null
        ? tab.remove(draftKey(conversationId))
        : tab.write(draftKey(conversationId), JSON.stringify(card)),
    recent,
    noteGiven: (card) => {
      const others = recent().filter(({ path }) => path !== card.path)
      device.write(recentKey(), JSON.stringify([card, ...others].slice(0, mostRecent)))
    },
  }
}
