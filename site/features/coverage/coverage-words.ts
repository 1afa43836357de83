import type { Coverage } from '#records/coverage.ts'

/** How the state of an item is said to people, and how its tag looks. */
export const coverageStates = {
  met: { label: 'Here', tag: 'govuk-tag--done' },
  examples: { label: 'Examples only', tag: 'govuk-tag--example' },
  missing: { label: 'Missing', tag: 'govuk-tag--late' },
} as const satisfies { readonly [S in Coverage['state']]: { label: string; tag: string } }

/** The items under their topics, both in their order. */
export function byTopic(items: readonly Coverage[]): { topic: string; law: string; items: Coverage[] }[] {
  const topics = new Map<string, { topic: string; law: string; items: Coverage[] }>()
  for (const item of items) {
    const { topic, law } = item
    const there = topics.get(topic) ?? { topic, law, items: [] }
    there.items.push(item)
    topics.set(topic, there)
  }
  return [...topics.values()]
}

/** How many of the items there are in each state: “64 of 75 are here, 8 by examples only, 3 missing.” */
export function coverageInWords(items: readonly Coverage[]): string {
  const count = (state: Coverage['state']) => items.filter((item) => item.state === state).length
  return `${count('met')} of ${items.length} are here, ${count('examples')} by examples only, ${count('missing')} missing.`
}
