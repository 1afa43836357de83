import { annualReviewRecord } from './annual-review.ts'
import { areaRecord } from './area.ts'
import { easyReadRecord } from './easy-read.ts'
import { glossaryRecord } from './glossary.ts'
import { guideRecord } from './guide.ts'
import { newsRecord } from './news.ts'
import { objectiveRecord } from './objective.ts'
import { pathwayRecord } from './pathway.ts'
import { planRecord } from './plan.ts'
import { progressRecord } from './progress.ts'
import { providerRecord } from './provider.ts'
import { routeRecord } from './route.ts'
import { serviceRecord } from './service.ts'
import { synonymsRecord } from './synonyms.ts'
import { youSaidWeDidRecord } from './you-said-we-did.ts'

/** Every kind of record there is. What lists, checks or edits content goes through this list. */
export const recordDefinitions = [
  serviceRecord,
  providerRecord,
  guideRecord,
  easyReadRecord,
  pathwayRecord,
  routeRecord,
  youSaidWeDidRecord,
  annualReviewRecord,
  planRecord,
  objectiveRecord,
  progressRecord,
  newsRecord,
  areaRecord,
  synonymsRecord,
  glossaryRecord,
] as const

export type CollectionName = (typeof recordDefinitions)[number]['name']

/** The definition of a collection. */
export function definitionOf(collection: CollectionName): (typeof recordDefinitions)[number] {
  const definition = recordDefinitions.find(({ name }) => name === collection)
  if (definition === undefined) throw new Error(`There is no collection "${collection}"`)
  return definition
}

/** Where a record stands under the content root: `services/a-name.md`, or `area.yaml` for a single file. */
export function pathOf(collection: CollectionName, slug: string): string {
  const { name, extension } = definitionOf(collection)
  return extension === 'yaml' ? `${name}.yaml` : `${name}/${slug}.${extension}`
}

/** The collection and slug of a path under the content root, or `undefined` where no record stands. */
export function recordAt(path: string): { collection: CollectionName; slug: string } | undefined {
  for (const { name, extension } of recordDefinitions) {
    if (extension === 'yaml' && path === `${name}.yaml`) return { collection: name, slug: name }
    const [folder, file, ...deeper] = path.split('/')
    if (folder === name && file?.endsWith(`.${extension}`) && deeper.length === 0)
      return { collection: name, slug: file.slice(0, -extension.length - 1) }
  }
  return undefined
}
