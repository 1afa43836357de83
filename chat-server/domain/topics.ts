import { conversationTags, tagLabel } from '#records/conversation-tags.ts'
import { needs } from '#records/taxonomy.ts'

/** What a call, a visit or a gap can be about: the tags of conversations. */
export const topics: readonly { id: string; label: string }[] = conversationTags

/** Whether `id` is a tag. */
export function isTopic(id: string): boolean {
  return topics.some((topic) => topic.id === id)
}

/** Whether `id` is a need. */
export function isNeed(id: string): boolean {
  return needs.some((need) => need.id === id)
}

/** What a tag is called; the id itself when there is none of it any more. */
export function topicInWords(id: string): string {
  return tagLabel(id)
}
