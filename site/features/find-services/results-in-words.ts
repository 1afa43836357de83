import { categories, labelOf, needs } from '#records/taxonomy.ts'
import { servicesInWords } from './counts.ts'
import type { SearchQuery } from './search-query.ts'

/** How many services a search found, split by whether they name the needs that were asked for. */
export interface Counts {
  readonly stated: number
  /** Found otherwise, but they do not say which needs they are for. */
  readonly notStated: number
}

/** The answer in one sentence: `9 services for “swimming” in Sport and leisure, for Autism, best match first`. */
export function resultSentence(query: SearchQuery, { stated, notStated }: Counts): string {
  const words = query.words === '' ? '' : ` for “${query.words}”`
  const where = query.categories.map((id) => labelOf(categories, id)).join(' or ')
  const needed = query.needs.map((id) => labelOf(needs, id)).join(' or ')
  const scope = `${where === '' ? '' : ` in ${where}`}${needed === '' ? '' : `, need: ${needed}`}`
  const order = stated < 2 ? '' : query.words === '' ? ', by name' : ', best match first'
  const more = notStated === 0 ? '' : `. ${othersSentence(notStated, stated > 0)}`
  return `${servicesInWords(stated)}${words}${scope}${order}${more}`
}

/** `12 more do not say which needs they are for`. */
export function othersSentence(count: number, more: boolean): string {
  const many = count.toLocaleString('en-GB')
  return `${many}${more ? ' more' : ''} ${count === 1 ? 'does' : 'do'} not say which needs ${
    count === 1 ? 'it is' : 'they are'
  } for`
}
