import { type Card, cardPath, type SiteCards } from './cards.ts'
import { typedLine } from './conversation.ts'

/** What the filters of a search are called. */
export type SearchFilters = SiteCards['filters']

/**
 * The card of a search: `search` is what stands behind `/services/?`. The card's own path is written anew from what was
 * understood. Null when it asks for nothing, or for something that these filters do not know; a postcode is such a thing,
 * since a conversation should not hold one.
 */
export function searchCard(search: string, filters: SearchFilters): Card | null {
  const asked = [...new URLSearchParams(search)]
  const read = asked.map(([name, value]) => readPart(name, value, filters))
  const parts = read.filter((part) => part !== null)
  if (parts.length === 0 || parts.length !== read.length) return null
  const path = `/services/?${new URLSearchParams(parts.map(({ name, value }) => [name, value]))}`
  if (!cardPath.safeParse(path).success) return null
  const words = parts.find(({ name }) => name === 'q')?.value
  const narrowed = parts.filter(({ name }) => name !== 'q').map(({ label }) => label)
  return {
    kind: 'search',
    path,
    title: words === undefined ? 'Services that fit' : `Services for “${words}”`,
    summary: narrowed.join(' · '),
    recordId: null,
  }
}

/** One part of a search as it stands in the address, with its words for people; null when it is not understood. */
function readPart(name: string, value: string, filters: SearchFilters): Part | null {
  if (name === 'q') {
    const words = searchWords.safeParse(value)
    return words.success ? { name, value: words.data, label: words.data } : null
  }
  if (name === 'age') {
    const label = agesInWords(value)
    return label === null ? null : { name, value, label }
  }
  if (name === 'stated') {
    const unsaid = value === 'age' ? 'ages' : filters.find((filter) => filter.name === value)?.unsaid
    return unsaid === undefined ? null : { name, value, label: `Must say ${unsaid}` }
  }
  const terms = filters.find((filter) => filter.name === name)?.terms
  const label = terms?.find(({ id }) => id === value)?.label
  return label === undefined ? null : { name, value, label }
}

const searchWords = typedLine(200, { empty: 'Write what to look for.', tooLong: 'Use fewer words.' })

function agesInWords(value: string): Part['label'] | null {
  const [whole, from, to] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(value) ?? []
  if (whole === undefined || from === undefined) return null
  if (Math.max(Number(from), Number(to ?? 0)) > oldest) return null
  return to === undefined ? `Age ${from}` : `Ages ${from} to ${to}`
}

/** The Local Offer is for people up to this age, in years. */
const oldest = 25

interface Part {
  name: string
  value: string
  label: string
}
