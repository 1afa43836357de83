import { useCallback, useState } from 'preact/hooks'
import type { Card } from '#protocol/cards.ts'
import { moveFocus } from '../conversation/focus-later.ts'
import type { DeskSession } from './desk-session.ts'
import { putIn } from './reply-choices.ts'

/** The reply that is being written in one conversation: its words, its card, and whether a card is looked for. */
export function useReply(session: DeskSession, conversationId: string) {
  const [draft, setDraft] = useState(() => session.drafts.load(conversationId))
  const [card, setCard] = useState(() => session.cards.load(conversationId))
  const [finding, setFinding] = useState(false)
  const [picking, setPicking] = useState<'no' | 'by-button' | 'by-slash'>('no')
  const tellTyping = useCallback(
    (typing: boolean) => session.tellTyping(conversationId, typing),
    [session, conversationId],
  )
  const keepCard = (next: Card | null) => {
    setCard(next)
    session.cards.save(conversationId, next)
  }
  const keepDraft = (text: string) => {
    setDraft(text)
    session.drafts.save(conversationId, text)
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
    keepDraft,
    keepCard,
    toggle: () => (finding ? close() : setFinding(true)),
    /** saved replies are looked through */
    picking: picking !== 'no',
    pick: (by: 'by-button' | 'by-slash') => setPicking(by),
    /** Whoever typed a slash and wanted no reply finds what they typed in the box. */
    stopPicking: (typed: string) => {
      if (picking === 'by-slash' && draft === '') keepDraft(`/${typed}`)
      setPicking('no')
      focusOn('composer-text')
    },
    /** Puts words in where the cursor was; the focus goes behind them. Nothing is sent. */
    putIn: (words: string) => {
      const box = document.getElementById('composer-text')
      const place = box instanceof HTMLTextAreaElement ? box : null
      const start = place?.selectionStart ?? draft.length
      const next = putIn(draft, { start, end: place?.selectionEnd ?? start }, words)
      keepDraft(next.text)
      setPicking('no')
      place?.focus()
      requestAnimationFrame(() => place?.setSelectionRange(next.cursor, next.cursor))
    },
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
  moveFocus(() => document.getElementById(id))
}
