import { isValues, type RecordContent, type Values } from './record-file.ts'

/**
 * What a person typed or pasted, without what nobody sees: text from a word processor, a web page or a PDF brings line ends
 * of its own, hard spaces, and signs that break a telephone number, a search or a page.
 */
export function cleanContent({ data, body }: RecordContent): RecordContent {
  return { data: cleanValues(data), body: cleanText(body) }
}

/** The same for one text. Emoji, accents and all scripts stay as they are. */
export function cleanText(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(unseen, '')
}

function cleanValues(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleanValue(value)]))
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanValue)
  return isValues(value) ? cleanValues(value) : value
}

/** Of Windows, of old Macs, of a line broken inside a paragraph of a word processor, of the pages of a PDF, and of Unicode. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/** Control characters, spaces without width, hints where to break a word, and signs that turn the direction of what follows. */
const unseen = /(?![\t\n])\p{Cc}|[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu
