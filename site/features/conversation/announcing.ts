import type { Card } from '#protocol/cards.ts'
import type { Message } from '#protocol/conversation.ts'

/** The newest few stay in the live region; taking older ones out is not announced. */
const longestAnnounced = 10

/** The messages that a screen reader is told: newer than the history, not one's own; those of a colleague are told. */
export function toAnnounce(
  messages: readonly Message[],
  historyUpTo: number | null,
  own: 'visitor' | 'navigator',
  isOfOther: (message: Message) => boolean = () => false,
): readonly Message[] {
  if (historyUpTo === null) return []
  return messages
    .filter((message) => message.seq > historyUpTo && (message.author !== own || isOfOther(message)))
    .slice(-longestAnnounced)
}

/** What a message says, for a screen reader: its words, then the card beside them. */
export function inSpeech({ text, card }: Pick<Message, 'text' | 'card'>): string {
  return [text, card ? cardSpoken(card) : ''].filter((part) => part !== '').join(' ')
}

/** How a screen reader is told of a card. */
export function cardSpoken({ title }: Pick<Card, 'title'>): string {
  return `Card: ${title}`
}

/**
 * Lets a text through at once, then at most every `pauseMs`; the newest one always comes through in the end, an empty one
 * at once.
 * A status that changes often would otherwise talk without end.
 */
export function throttleText(pauseMs: number, show: (text: string) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: string | null = null
  const open = () => {
    timer = undefined
    if (waiting !== null) tell(waiting)
  }
  const tell = (text: string) => {
    waiting = null
    show(text)
    timer = setTimeout(open, pauseMs)
  }
  return {
    say: (text: string) => {
      // Taking a line away disturbs nobody, and what is no longer true must not stay.
      if (text === '') {
        waiting = null
        show('')
      } else if (timer === undefined) tell(text)
      else waiting = text
    },
    stop: () => clearTimeout(timer),
  }
}
