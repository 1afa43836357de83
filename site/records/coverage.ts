import type { LawItem, ServiceRule } from './law-item.ts'
import { lawTopics } from './law-items.ts'

/** What of the law's list is answered, and by what. */
export interface Coverage {
  readonly key: string
  readonly topic: string
  readonly label: string
  readonly law: string
  /** `examples`: only made-up services of the demonstration show it. */
  readonly state: 'met' | 'examples' | 'missing'
  readonly by: readonly Evidence[]
}

/** A section of guidance, or services of the directory. */
export type Evidence =
  | {
      readonly kind: 'section'
      readonly path: string
      readonly title: string
      readonly section: string
      readonly words: number
    }
  | {
      readonly kind: 'services'
      readonly count: number
      /** The id and the name of the first of them. */
      readonly firstId: string
      readonly first: string
      readonly examples: boolean
    }

/** A guide, pathway or route as coverage reads it: what it says it answers, and how long its sections are. */
export interface CoveringPage {
  readonly path: string
  readonly title: string
  readonly answers: readonly { readonly item: string; readonly section: string }[]
  readonly sections: readonly { readonly heading: string; readonly words: number }[]
}

/** A service as coverage reads it. */
export interface CoveringService {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly categories: readonly string[]
  readonly isOpen: boolean
  readonly isExample: boolean
  /** Names of the ten questions that it answers. */
  readonly questions: readonly string[]
}

/** A section that is shorter says too little to be an answer. */
export const fewestWords = 80

/**
 * Every item of the law's list with its state: `met` when a named section of at least 80 words answers it or a service
 * that is real and open shows it, `examples` when only example services do, else `missing`. A page that merely names the
 * item counts for nothing.
 */
export function coverageOf(pages: readonly CoveringPage[], services: readonly CoveringService[]): Coverage[] {
  return lawTopics.flatMap((topic) =>
    topic.items.map((item) => {
      const by = [...sectionsFor(item, pages), ...servicesFor(item, services)]
      return { key: item.id, topic: topic.label, label: item.label, law: topic.law, state: stateOf(by), by }
    }),
  )
}

function stateOf(by: readonly Evidence[]): Coverage['state'] {
  if (by.some((each) => each.kind === 'section' || !each.examples)) return 'met'
  return by.length > 0 ? 'examples' : 'missing'
}

function sectionsFor(item: LawItem, pages: readonly CoveringPage[]): Evidence[] {
  return pages.flatMap(({ path, title, answers, sections }) =>
    answers
      .filter((answer) => answer.item === item.id)
      .flatMap((answer) => sections.filter(({ heading }) => heading === answer.section))
      .filter(({ words }) => words >= fewestWords)
      .map(({ heading, words }) => ({ kind: 'section' as const, path, title, section: heading, words })),
  )
}

function servicesFor({ shownBy }: LawItem, services: readonly CoveringService[]): Evidence[] {
  if (shownBy === undefined) return []
  const shows = showsBy(shownBy)
  const showing = services.filter((service) => service.isOpen && shows(service))
  const real = showing.filter(({ isExample }) => !isExample)
  const counted = real.length > 0 ? real : showing
  const first = counted[0]
  if (first === undefined) return []
  return [
    {
      kind: 'services',
      count: counted.length,
      firstId: first.id,
      first: first.name,
      examples: real.length === 0,
    },
  ]
}

function showsBy({ categories, words, question }: ServiceRule): (service: CoveringService) => boolean {
  const said = words && new RegExp(`\\b(?:${words.join('|')})`, 'u')
  return ({ name, kind, ...service }) =>
    (categories === undefined || categories.some((id) => service.categories.includes(id))) &&
    (said === undefined || said.test(`${name} ${kind}`.toLowerCase())) &&
    (question === undefined || service.questions.includes(question))
}
