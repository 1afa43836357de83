import type { Place } from './drafts.ts'

/** The path of the page on the site that shows a record, or the list that it stands in; undefined for records of no page. */
export function livePagePath({ collection, slug }: Place): string | undefined {
  return pagesOfLists[collection] ?? (withPages.includes(collection) ? `/${collection}/${slug}/` : undefined)
}

const withPages: readonly string[] = ['services', 'guides', 'easy-read', 'pathways', 'routes', 'news', 'plan']

/** The pages of records that have none of their own. */
const pagesOfLists: Readonly<Record<string, string>> = {
  'you-said-we-did': '/you-said-we-did/',
  'annual-review': '/you-said-we-did/annual-review/',
  objectives: '/plan/',
  progress: '/progress/',
  glossary: '/glossary/',
}
