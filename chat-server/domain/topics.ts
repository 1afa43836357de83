import { categories, needs } from '#records/taxonomy.ts'

/** What a call, a visit or a gap can be about: terms of the taxonomy, needs first. */
export const topics: readonly { id: string; label: string }[] = [...needs, ...categories]

/** Whether `id` is a term of the taxonomy. */
export function isTopic(id: string): boolean {
  return topics.some((topic) => topic.id === id)
}

/** Whether `id` is a need. */
export function isNeed(id: string): boolean {
  return needs.some((need) => need.id === id)
}

/** What a term is called; the id itself when the taxonomy has it no more. */
export function topicInWords(id: string): string {
  return topics.find((topic) => topic.id === id)?.label ?? id
}
