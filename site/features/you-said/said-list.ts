import { notDated, spanOf } from '#records/said-time.ts'
import { saidStates, saidTopics, type YouSaidWeDid } from '#records/you-said-we-did.ts'
import { filterOf, isChosen, type ListFilter, type Traits } from '../filter-list/filter-list.ts'

/** What a comment is about, the year in which it was said and where it stands: what the list is narrowed by. */
export function traitsOfSaid({
  topic,
  state,
  saidOn,
}: Pick<YouSaidWeDid, 'topic' | 'state' | 'saidOn'>): Traits {
  return { topic: [topic], year: [spanOf(saidOn)?.last.slice(0, 4) ?? undated], state: [state] }
}

/** The filters above the list, with the answers that there are. */
export function saidFilters(entries: readonly YouSaidWeDid[]): ListFilter[] {
  const items = entries.map(traitsOfSaid)
  const years = [...new Set(items.flatMap(({ year = [] }) => year))]
    .sort((a, b) => Number(a === undated) - Number(b === undated) || b.localeCompare(a))
    .map((id) => ({ id, label: id === undated ? `Year ${notDated}` : id }))
  const base = (name: string) => `/you-said-we-did/${name}/`
  return [
    filterOf({ name: 'topic', label: 'Topic', base: base('topic') }, saidTopics, items),
    filterOf({ name: 'year', label: 'Year it was said', base: base('year') }, years, items),
    filterOf({ name: 'state', label: 'What came of it', base: base('state') }, saidStates, items),
  ]
}

/** The entries that one answer keeps. */
export function saidWith<E extends { data: YouSaidWeDid }>(
  entries: readonly E[],
  filter: string,
  answer: string,
): E[] {
  return entries.filter(({ data }) => isChosen(traitsOfSaid(data), new Map([[filter, answer]])))
}

const undated = 'not-dated'
