import type { APIRoute } from 'astro'
import { cardPath, type SiteCards } from '#protocol/cards.ts'
import { printTowns } from '../features/find-services/build-search-files.ts'
import { searchFilters } from '../features/find-services/search-filters.ts'
import { allServices, listGuides, listPathways, listRoutes } from '../features/records/site-records.ts'
import { stepCards } from '../features/records/step-cards.ts'

/** The pages and searches that navigators can give as cards, for the helpdesk: it looks up what each is called. */
export const GET: APIRoute = async () => {
  const services = await allServices()
  const pathways = await listPathways()
  const guidance = [
    { kind: 'guide', folder: 'guides', entries: await listGuides() },
    { kind: 'pathway', folder: 'pathways', entries: pathways },
    { kind: 'route', folder: 'routes', entries: await listRoutes() },
  ] as const
  const pages: SiteCards['pages'] = [
    ...services.map(({ id, data: { id: recordId, name, summary } }) => ({
      ...{ kind: 'service' as const, path: `/services/${id}/`, title: name, summary, recordId },
    })),
    ...guidance.flatMap(({ kind, folder, entries }) =>
      entries.map(({ id, data: { title, summary } }) => ({
        ...{ kind, path: `/${folder}/${id}/`, title, summary, recordId: null },
      })),
    ),
    ...pathways.flatMap(({ id, data: { title, steps } }) => stepCards({ id, title, steps })),
  ]
  const cards = pages.filter(({ path }) => cardPath.safeParse(path).success)
  return Response.json({ pages: cards, filters: searchFilters(printTowns(services)) } satisfies SiteCards)
}
