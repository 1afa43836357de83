import type { FactsFile } from './facts-file.ts'
import type { FamilyWords } from './family-words.ts'
import type { GuidanceHit } from './search-index.ts'
import type { ServiceCardData } from './service-card.ts'
import type { ServiceFacts } from './service-facts.ts'

/** What pages print for the search before there is an index: the build makes the search's files of it, and it goes. */
export interface SearchSource {
  readonly synonyms: readonly FamilyWords[]
  /** By name; each is named by the address of its page. */
  readonly services: readonly ServiceFacts[]
}

/** What the search reads first, `/search/index.json`. All other files stand in a folder of this version. */
export interface SearchFile {
  /** The folder under `/search/`, which is another for each index: its files can be kept for ever. */
  readonly folder: string
  /** The first word of each part of the list of words, which are `words-0.json`, `words-1.json`, … */
  readonly starts: readonly string[]
  /** Services by name, then guidance: pages are named by their place in this order. */
  readonly facts: FactsFile
  readonly guidance: readonly GuidanceHit[]
  readonly synonyms: readonly FamilyWords[]
}

/** What is shown of a service that was found, `service-0.json`: its card and the text of its page. */
export interface ServiceFile {
  readonly card: ServiceCardData
  readonly text: string
}
