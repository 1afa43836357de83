import { listSaid } from '../records/accountability-records.ts'
import { listGuides, listPathways, listRoutes, listServices } from '../records/site-records.ts'

/** A part of the site in the header. */
export interface NavigationItem {
  readonly href: string
  readonly label: string
}

/** A step in the trail above a page; the page itself is not in it. */
export interface Crumb {
  readonly href: string
  readonly label: string
}

export const findServicesCrumb: Crumb = { href: '/services/', label: 'Find services' }

/** The parts of the site that hold something. */
export async function navigation(): Promise<NavigationItem[]> {
  const [services, guides, pathways, routes, said] = await Promise.all([
    listServices(),
    listGuides(),
    listPathways(),
    listRoutes(),
    listSaid(),
  ])
  const parts = [
    { href: '/services/', label: 'Find services', holds: services.length },
    { href: '/guides/', label: 'Guides', holds: guides.length + pathways.length },
    {
      href: '/young-people/',
      label: 'For young people',
      holds: guides.filter(({ data }) => data.topic === 'young-people').length,
    },
    { href: '/routes/', label: 'When things go wrong', holds: routes.length },
    { href: '/you-said-we-did/', label: 'You said, we did', holds: said.length },
  ]
  return parts.filter(({ holds }) => holds > 0).map(({ href, label }) => ({ href, label }))
}

/** What `aria-current` says of a link on the page at `path`: this page, a page of this part, or nothing. */
export function currentOf(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  const part = href === '/guides/' && path.startsWith('/pathways/') ? '/pathways/' : href
  return path.startsWith(part) ? 'true' : undefined
}
