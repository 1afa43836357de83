/** Collections with a page for each record, and those that are listed. */
export const pagedCollections = [
  'services',
  'guides',
  'easy-read',
  'pathways',
  'routes',
  'you-said-we-did',
  'annual-review',
  'plan',
  'progress',
  'news',
] as const

export type PagedCollection = (typeof pagedCollections)[number]

/** Whether the records of a collection stand on pages. */
export function isPaged(collection: string): collection is PagedCollection {
  return pagedCollections.some((paged) => paged === collection)
}

/** The address of a record's page; those of some collections stand on one page. */
export function pathOfRecord(collection: PagedCollection, slug: string): string {
  if (collection === 'annual-review') return `/you-said-we-did/annual-review/#${slug}`
  return collection === 'you-said-we-did' || collection === 'progress'
    ? `/${collection}/#${slug}`
    : `/${collection}/${slug}/`
}
