import type { Message } from '#protocol/conversation.ts'
import { timeInWords } from '#records/time-of-day.ts'
import { inLondon, sayDate } from './domain/london-time.ts'

/**
 * A conversation as plain text, for its visitor to keep. Days carry their year: a complaint may need it much later.
 *
 * @param now when the copy is made, ms UTC
 */
export function copyOfConversation(
  reference: string,
  messages: readonly Pick<Message, 'author' | 'authorName' | 'text' | 'sentAt'>[],
  now: number,
): string {
  const head = `Your conversation ${reference}\nCopied ${sayWhen(now)}. What we keep ourselves is removed after some time.`
  const said = messages.map((message) => {
    const when = sayWhen(message.sentAt)
    return message.author === 'notice'
      ? `[${when}] ${message.text}`
      : `${nameOf(message)}, ${when}:\n${message.text}`
  })
  return `${[head, ...said].join('\n\n')}\n`
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
