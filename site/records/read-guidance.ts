import type { CoveringPage } from './coverage.ts'
import type { EasyRead } from './easy-read.ts'
import { type Guide, guideRecord } from './guide.ts'
import { type Pathway, pathwayRecord } from './pathway.ts'
import type { RawRecord } from './read-content.ts'
import { blocksOf, sectionsOf, type TextBlock } from './read-sections.ts'
import { type Route, routeRecord } from './route.ts'
import { timeLimit } from './time-limits.ts'

/** A page of guidance with its text below the fields, whatever its kind. */
export type GuidancePage =
  | { readonly collection: 'guides'; readonly slug: string; readonly data: Guide; readonly body: string }
  | { readonly collection: 'pathways'; readonly slug: string; readonly data: Pathway; readonly body: string }
  | { readonly collection: 'routes'; readonly slug: string; readonly data: Route; readonly body: string }

/** The page of guidance that stands in a file; `undefined` for records of other kinds. Its fields must be sound. */
export function guidancePage({ collection, slug, data, body }: RawRecord): GuidancePage | undefined {
  if (collection === 'guides') return { collection, slug, data: guideRecord.schema.parse(data), body }
  if (collection === 'pathways') return { collection, slug, data: pathwayRecord.schema.parse(data), body }
  if (collection === 'routes') return { collection, slug, data: routeRecord.schema.parse(data), body }
  return undefined
}

/** All that a reader of the page meets, in order: its own text, and its steps each under its title. */
export function textOf(page: GuidancePage): TextBlock[] {
  const { data } = page
  const opening = said(data.summary)
  if (page.collection === 'guides')
    return [...opening, ...said(...page.data.doNow), ...blocksOf(page.body, 'mdx')]
  const steps = page.collection === 'pathways' ? pathwaySteps(page.data) : routeSteps(page.data)
  return [...opening, ...blocksOf(page.body, 'md'), ...steps]
}

/** The lines of an Easy Read page. */
export function easyReadText({ lines }: EasyRead): string[] {
  return lines.map(({ text }) => text)
}

/** The page as coverage reads it. */
export function coveringPage(page: GuidancePage): CoveringPage {
  return {
    path: `/${page.collection}/${page.slug}/`,
    title: page.data.title,
    answers: page.data.answers,
    sections: sectionsOf(textOf(page)),
  }
}

function pathwaySteps({ steps }: Pathway): TextBlock[] {
  return steps.flatMap(({ title, what, limit, youCan, ifNot }) => [
    { depth: 2, text: title },
    ...said(what, timeLimit(limit)?.words, ...youCan, ifNot),
  ])
}

function routeSteps({ steps }: Route): TextBlock[] {
  return steps.flatMap(({ title, what, limit, help, bring }) => [
    { depth: 2, text: title },
    ...said(what, timeLimit(limit)?.words, help, ...bring),
  ])
}

function said(...texts: readonly (string | undefined)[]): TextBlock[] {
  return texts.flatMap((text) => (text === undefined ? [] : [{ depth: 0, text }]))
}
