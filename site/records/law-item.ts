import type { CategoryId } from './taxonomy.ts'

/**
 * What the law asks a Local Offer to hold, item by item: the Children and Families Act 2014, section 30, and the SEND
 * Regulations 2014 (SI 2014/1530), Part 4 and Schedule 2. Paragraph numbers stand only where the text of the instrument
 * was read.
 */
export interface LawItem {
  /** `topic` or `topic.part`. Guidance names it in its field “answers”. */
  readonly id: string
  readonly label: string
  /** Services that show the provision itself. Without it, only a section of guidance can answer. */
  readonly shownBy?: ServiceRule
}

/** Which services count for an item: in one of the categories and, where given, with one of the words in kind or name. */
export interface ServiceRule {
  readonly categories?: readonly CategoryId[]
  readonly words?: readonly string[]
  /** A question of Schedule 2, paragraph 5, that the record answers. */
  readonly question?: string
}

/** Items under a heading, with where the law says so. */
export interface LawTopic {
  readonly id: string
  readonly label: string
  readonly law: string
  readonly items: readonly LawItem[]
}
