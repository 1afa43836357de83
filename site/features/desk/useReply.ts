import { useCallback, useState } from 'preact/hooks'
import type { Card } from '#protocol/cards.ts'
import type { DeskSession } from './desk-session.ts'

/** The reply that is being written in one conversation: its words, its card, and whether a card is looked for. */
export function useReply(session: DeskSession, conversationId: string) {
  const [draft, setDraft] = useState(() => session.drafts.load(conversationId))
  const [card, setCard] = useState(() => session.cards.load(conversationId))
  const [finding, setFinding] = useState(false)
  const tellTyping = useCallback(
    (typing: boolean) => session.tellTyping(conversationId, typing),
    [session, conversationId],
  )
  const keepCard = (next: Card | null) => {
    setCard(next)
    session.cards.save(conversationId, next)
  }
  const close = () => {
    setFinding(false)
    focusOn('find-cards-toggle')
  }
  return {
    draft,
    card,
    finding,
    tellTyping,
    close,
    keepDraft: (text: string) => {
      setDraft(text)
      session.drafts.save(conversationId, text)
    },
    toggle: () => (finding ? close() : setFinding(true)),
    /** Puts a card beside the words; the focus goes to where one writes. */
    give: (next: Card) => {
      keepCard(next)
      setFinding(false)
      focusOn('composer-text')
    },
    remove: () => {
      keepCard(null)
      focusOn('composer-text')
    },
    send: (text: string) => {
      session.write(conversationId, text, card)
      keepCard(null)
    },
  }
}

/** The reply that is being written, and what can be done with it. */
export type Reply = ReturnType<typeof useReply>

function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
