import type { LawTopic } from './law-item.ts'
import { educationTopics } from './law-topics-education.ts'
import { supportTopics } from './law-topics-support.ts'

/** All that the law asks for, by topic. */
export const lawTopics: readonly LawTopic[] = [...educationTopics, ...supportTopics]

/** All items in order, as a list to choose from: `Health: Physiotherapy`. */
export const lawItems = lawTopics.flatMap((topic) =>
  topic.items.map(({ id, label }) => ({ id, label: `${topic.label}: ${label}` })),
)
