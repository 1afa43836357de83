import { guideTopics } from './guide-topics.ts'
import { categories, needs } from './taxonomy.ts'

/** What a conversation with a family can be about: needs, kinds of service, and the topics of guides. */
export interface ConversationTag {
  /** unique among all groups */
  id: string
  label: string
  group: 'Needs' | 'Services' | 'Topics'
}

/** Topics that say for whom a page is, not what it is about. */
const notAbout: readonly string[] = ['start', 'young-people', 'professionals']

/** All tags, in the order in which they are shown. */
export const conversationTags: readonly ConversationTag[] = [
  ...guideTopics
    .filter(({ id }) => !notAbout.includes(id))
    .map(({ id, label }) => ({ id, label, group: 'Topics' as const })),
  ...needs.map(({ id, label }) => ({ id, label, group: 'Needs' as const })),
  ...categories.map(({ id, label }) => ({ id, label, group: 'Services' as const })),
]

/** Whether `id` is one of them. */
export function isTag(id: string): boolean {
  return conversationTags.some((tag) => tag.id === id)
}

/** What a tag is called; an id that the taxonomy has no more stands for itself. */
export function tagLabel(id: string): string {
  return conversationTags.find((tag) => tag.id === id)?.label ?? id
}
