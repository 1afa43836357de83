/** Letters and digits that are found: a word longer than this is cut. */
const longestWord = 60

/** More different words than this are not kept of one conversation. */
const mostWords = 20_000

/** Nor longer ones together: PostgreSQL keeps a megabyte of one conversation, in UTF-8, and refuses more. */
const mostCharacters = 250_000

/** Words of one search beyond these are left out: they would find nothing more. */
const mostSearched = 8

/**
 * The words of a text as search compares them: small letters without accents, each once, in no order. Both engines keep
 * these and nothing else, so that both find the same.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const different = [...new Set(words.map((word) => word.slice(0, longestWord)))].slice(0, mostWords)
  let room = mostCharacters
  return different.filter((word) => {
    room -= word.length
    return room >= 0
  })
}

/** A word that is looked for: whole, or as the beginning of longer ones. */
export interface SoughtWord {
  word: string
  isBeginning: boolean
}

/**
 * What somebody looks for: all of it must be in a conversation. Words of three letters or more also find those that begin
 * with them; single letters are left out. Empty when nothing is left to look for.
 */
export function soughtWords(typed: string): SoughtWord[] {
  return wordsOf(typed)
    .filter((word) => word.length > 1)
    .slice(0, mostSearched)
    .map((word) => ({ word, isBeginning: word.length > 2 }))
}

/** Characters around the word that was found. */
const shownAround = 60

/** The piece of a text around the first sought word in it, with `…` where it is cut; null when none is there. */
export function excerptAround(text: string, sought: readonly SoughtWord[]): string | null {
  const line = text.replace(/\s+/g, ' ').trim()
  for (const found of line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!wordsOf(found[0]).some((word) => sought.some((one) => isFound(one, word)))) continue
    const from = Math.max(0, found.index - shownAround)
    const to = Math.min(line.length, found.index + found[0].length + shownAround)
    const start = from === 0 ? 0 : line.indexOf(' ', from) + 1
    const end = to === line.length ? to : Math.max(line.lastIndexOf(' ', to), found.index + found[0].length)
    const begin = start > found.index ? from : start
    return `${begin === 0 ? '' : '…'}${line.slice(begin, end)}${end === line.length ? '' : '…'}`
  }
  return null
}

function isFound({ word, isBeginning }: SoughtWord, written: string): boolean {
  return isBeginning ? written.startsWith(word) : written === word
}
