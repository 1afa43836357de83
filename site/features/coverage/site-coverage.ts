import { getCollection, render } from 'astro:content'
import { type Coverage, coverageOf } from '#records/coverage.ts'
import { coveringService } from '#records/covering-service.ts'
import { coveringPage, type GuidancePage } from '#records/read-guidance.ts'
import { pathOfRecord } from '#records/record-page.ts'
import { allServices } from '../records/site-records.ts'

/** What this site answers of the law's list. */
export async function siteCoverage(): Promise<Coverage[]> {
  const services = await getCollection('services')
  const pages = await guidancePages()
  return coverageOf(
    pages.map(coveringPage),
    services.map(({ data }) => coveringService(data)),
  )
}

/** Where each heading of the guides stands: address and heading to `/guides/…/#anchor`. Other pages have their own address. */
export async function headingAddresses(): Promise<(path: string, heading: string) => string> {
  const guides = await getCollection('guides')
  const anchors = new Map<string, string>()
  for (const guide of guides) {
    const { headings } = await render(guide)
    for (const { slug, text } of headings) anchors.set(`/guides/${guide.id}/ ${text}`, slug)
  }
  return (path, heading) => {
    const anchor = anchors.get(`${path} ${heading}`)
    return anchor === undefined ? path : `${path}#${anchor}`
  }
}

/** Where each service stands: its id to `/services/…/`; one that has no page leads to all services. */
export async function serviceAddresses(): Promise<(id: string) => string> {
  const addresses = new Map(
    (await allServices()).map(({ id, data }) => [data.id, pathOfRecord('services', id)]),
  )
  return (id) => addresses.get(id) ?? '/services/'
}

async function guidancePages(): Promise<GuidancePage[]> {
  const guides = await getCollection('guides')
  const pathways = await getCollection('pathways')
  const routes = await getCollection('routes')
  return [
    ...guides.map(({ id, data, body = '' }) => ({ collection: 'guides' as const, slug: id, data, body })),
    ...pathways.map(({ id, data, body = '' }) => ({ collection: 'pathways' as const, slug: id, data, body })),
    ...routes.map(({ id, data, body = '' }) => ({ collection: 'routes' as const, slug: id, data, body })),
  ]
}
