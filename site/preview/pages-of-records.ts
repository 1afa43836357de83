import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import type { CollectionName } from '#records/collections.ts'
import { isPaged, pathOfRecord } from '#records/record-page.ts'
import type { PreviewEntry } from './preview-content.ts'
import { entriesOf } from './preview-content.ts'

/** The page on which a record is shown, and the slug of it where each has its own; nothing where no page shows it. */
export function pageOf({ id, collection, data }: PreviewEntry): ShownOn | undefined {
  const page = modules[`../pages/${pages[collection]}.astro`]
  if (page === undefined) return undefined
  if (collection === 'area') return { page, path: '/', slug: undefined }
  if (collection === 'glossary') return { page, path: '/glossary/', slug: undefined }
  if (isPaged(collection)) return { page, path: pathOfRecord(collection, id), slug: id }
  const ofPlan = entriesOf('plan').find((each) => each.data.id === data.plan)
  return ofPlan && { page, path: pathOfRecord('plan', ofPlan.id), slug: ofPlan.id }
}

/** The page of each kind of record, under site/pages. */
const pages: Readonly<Partial<Record<CollectionName, string>>> = {
  services: 'services/[slug]',
  guides: 'guides/[slug]/index',
  'easy-read': 'easy-read/[slug]',
  pathways: 'pathways/[slug]/index',
  routes: 'routes/[slug]',
  news: 'news/[slug]',
  plan: 'plan/[slug]/index',
  objectives: 'plan/[slug]/index',
  progress: 'progress/index',
  'you-said-we-did': 'you-said-we-did/index',
  'annual-review': 'you-said-we-did/annual-review',
  glossary: 'glossary',
  area: 'index',
}

const modules = import.meta.glob<PageModule>(
  [
    '../pages/{services,easy-read,routes,news}/\\[slug\\].astro',
    '../pages/{guides,pathways,plan}/\\[slug\\]/index.astro',
    '../pages/{progress,you-said-we-did}/index.astro',
    '../pages/you-said-we-did/annual-review.astro',
    '../pages/{glossary,index}.astro',
  ],
  { eager: true },
)

interface ShownOn {
  readonly page: PageModule
  /** On the site, with the record's place on the page where it shares one. */
  readonly path: string
  readonly slug: string | undefined
}

/** A page of the site as the bundle holds it. */
export interface PageModule {
  readonly default: AstroComponentFactory
  readonly getStaticPaths?: () => Promise<readonly StaticPath[]>
}

interface StaticPath {
  readonly params: Readonly<Record<string, string | undefined>>
  readonly props?: Readonly<Record<string, unknown>>
}
