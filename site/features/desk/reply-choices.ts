import { fillReply, type PlaceholderValues } from '#protocol/reply-placeholders.ts'
import type { SavedReply } from '#protocol/saved-replies.ts'

/** One version of a saved reply, filled, ready to be put in. */
export interface ReplyChoice {
  readonly version: 'full' | 'easy'
  readonly text: string
}

/** A saved reply that fits, with its versions, the one to offer first at the head. */
export interface FittingReply {
  readonly reply: SavedReply
  readonly choices: readonly ReplyChoice[]
}

/** Whether somebody told us that they use Easy Read or plain words. */
export function likesEasyWords(uses: readonly string[]): boolean {
  return uses.some((use) => /easy[ -]?read|easy words|plain|simple|short sentences|symbols/i.test(use))
}

/**
 * The replies that hold all the words, those with them in the title first, each filled with what is known now. What
 * would be empty then is left out.
 */
export function fittingReplies(
  replies: readonly SavedReply[],
  words: string,
  options: { values: PlaceholderValues; easyFirst: boolean },
): FittingReply[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (text: string) => wanted.every((word) => text.toLowerCase().includes(word))
  const fitting = replies.filter(({ title, text, easyText }) => holds(`${title} ${text} ${easyText ?? ''}`))
  return fitting
    .toSorted((one, other) => Number(holds(other.title)) - Number(holds(one.title)))
    .map((reply) => ({ reply, choices: choicesOf(reply, options) }))
    .filter(({ choices }) => choices.length > 0)
}

/** The text with `words` at the cursor, or in place of what is marked, and where the cursor is then. */
export function putIn(text: string, place: { start: number; end: number }, words: string) {
  const [before, after] = [text.slice(0, place.start), text.slice(place.end)]
  const gap = before === '' || /\s$/.test(before) ? '' : ' '
  const rest = after === '' || /^\s/.test(after) ? after : ` ${after}`
  const head = `${before}${gap}${words}`
  return { text: `${head}${rest}`, cursor: head.length }
}

function choicesOf(
  { text, easyText }: SavedReply,
  { values, easyFirst }: { values: PlaceholderValues; easyFirst: boolean },
): ReplyChoice[] {
  const full = { version: 'full' as const, text: fillReply(text, values) }
  const easy = { version: 'easy' as const, text: easyText === null ? '' : fillReply(easyText, values) }
  return (easyFirst ? [easy, full] : [full, easy]).filter((choice) => choice.text !== '')
}
