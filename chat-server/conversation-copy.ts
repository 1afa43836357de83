import { type Card, cardInWords } from '#protocol/cards.ts'
import type { Message } from '#protocol/conversation.ts'
import { inLondon, sayDate } from '#records/london-time.ts'
import { timeInWords } from '#records/time-of-day.ts'

/**
 * A conversation as plain text, for its visitor to keep. Days carry their year: a complaint may need it much later.
 *
 * @param now when the copy is made, ms UTC
 * @param publicUrl the address that families see, for links
 */
export function copyOfConversation(
  reference: string,
  messages: readonly Pick<Message, 'author' | 'authorName' | 'text' | 'sentAt' | 'card'>[],
  now: number,
  publicUrl: string,
): string {
  const head = `Your conversation ${reference}\nCopied ${sayWhen(now)}. What we keep ourselves is removed after some time.`
  const said = messages.map((message) => {
    const when = sayWhen(message.sentAt)
    return message.author === 'notice'
      ? `[${when}] ${message.text}`
      : [`${nameOf(message)}, ${when}:`, ...saidIn(message, publicUrl)].join('\n')
  })
  return `${[head, ...said].join('\n\n')}\n`
}

/** What a message says, in lines: its words and the page that it gives, with the full address. */
function saidIn({ text, card }: Pick<Message, 'text' | 'card'>, publicUrl: string): string[] {
  return [...(text === '' ? [] : [text]), ...(card === null ? [] : [cardLine(card, publicUrl)])]
}

/** A card in one line of plain text, for copies: `Service: Sale Swimming Club, https://…` */
export function cardLine(card: Card, publicUrl: string): string {
  return `${cardInWords(card)}, ${new URL(card.path, publicUrl).href}`
}

/** Who wrote a message, as its visitor reads it. */
export function nameOf({ author, authorName }: Pick<Message, 'author' | 'authorName'>): string {
  if (author === 'visitor') return 'You'
  return authorName === null ? 'A navigator' : `${authorName} (navigator)`
}

/** A moment in London that can be read years later: "9:05am on Monday 23 November 2026". */
export function sayWhen(instant: number): string {
  const { date, minutes } = inLondon(instant)
  return `${timeInWords(minutes)} on ${sayDate(date)} ${date.slice(0, 4)}`
}
