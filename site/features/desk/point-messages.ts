import type { Message } from '#protocol/conversation.ts'

/** As much of a message as fits into a list to choose from. */
const longestLabel = 60

/** What a family wrote, to choose the message that a point was made in: the newest first. */
export function messagesOfFamily(messages: readonly Message[]): { id: string; label: string }[] {
  return messages
    .filter(({ author, text }) => author === 'visitor' && text !== '')
    .map(({ seq, text }) => ({ id: String(seq), label: shortened(text) }))
    .toReversed()
}

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '))
  return characters.length <= longestLabel
    ? characters.join('')
    : `${characters.slice(0, longestLabel - 1).join('')}…`
}
