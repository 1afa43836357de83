import { defineCollection } from 'astro:content'
import { annualReviewRecord } from '#records/annual-review.ts'
import { areaRecord } from '#records/area.ts'
import { easyReadRecord } from '#records/easy-read.ts'
import { glossaryRecord } from '#records/glossary.ts'
import { guideRecord } from '#records/guide.ts'
import { newsRecord } from '#records/news.ts'
import { objectiveRecord } from '#records/objective.ts'
import { pathwayRecord } from '#records/pathway.ts'
import { planRecord } from '#records/plan.ts'
import { progressRecord } from '#records/progress.ts'
import { providerRecord } from '#records/provider.ts'
import { routeRecord } from '#records/route.ts'
import { serviceRecord } from '#records/service.ts'
import { synonymsRecord } from '#records/synonyms.ts'
import { youSaidWeDidRecord } from '#records/you-said-we-did.ts'
import { recordsLoader } from './features/records/content-loader.ts'

const contentDir = import.meta.env.CONTENT_DIR

export const collections = {
  area: defineCollection({ loader: recordsLoader('area', contentDir), schema: areaRecord.schema }),
  synonyms: defineCollection({
    loader: recordsLoader('synonyms', contentDir),
    schema: synonymsRecord.schema,
  }),
  services: defineCollection({ loader: recordsLoader('services', contentDir), schema: serviceRecord.schema }),
  providers: defineCollection({
    loader: recordsLoader('providers', contentDir),
    schema: providerRecord.schema,
  }),
  guides: defineCollection({ loader: recordsLoader('guides', contentDir), schema: guideRecord.schema }),
  'easy-read': defineCollection({
    loader: recordsLoader('easy-read', contentDir),
    schema: easyReadRecord.schema,
  }),
  glossary: defineCollection({
    loader: recordsLoader('glossary', contentDir),
    schema: glossaryRecord.schema,
  }),
  pathways: defineCollection({ loader: recordsLoader('pathways', contentDir), schema: pathwayRecord.schema }),
  routes: defineCollection({ loader: recordsLoader('routes', contentDir), schema: routeRecord.schema }),
  'you-said-we-did': defineCollection({
    loader: recordsLoader('you-said-we-did', contentDir),
    schema: youSaidWeDidRecord.schema,
  }),
  'annual-review': defineCollection({
    loader: recordsLoader('annual-review', contentDir),
    schema: annualReviewRecord.schema,
  }),
  plan: defineCollection({ loader: recordsLoader('plan', contentDir), schema: planRecord.schema }),
  objectives: defineCollection({
    loader: recordsLoader('objectives', contentDir),
    schema: objectiveRecord.schema,
  }),
  progress: defineCollection({
    loader: recordsLoader('progress', contentDir),
    schema: progressRecord.schema,
  }),
  news: defineCollection({ loader: recordsLoader('news', contentDir), schema: newsRecord.schema }),
}
