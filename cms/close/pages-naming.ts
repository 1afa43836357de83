import { recordDefinitions } from '#records/collections.ts'
import { type StoredRecord, type StoredRecords, titleOf } from '../records/stored-records.ts'

/**
 * The published pages beside the directory, guides for example, that lead to one of these services. They stay right when a
 * service closes, since its page stays, but somebody should look at them.
 */
export async function pagesNaming(
  records: StoredRecords,
  main: string,
  services: readonly Pick<StoredRecord, 'slug' | 'facts' | 'content' | 'collection'>[],
): Promise<NamingPage[]> {
  const bySlug = new Map(services.map((service) => [service.slug, service]))
  const byId = new Map(services.flatMap((service) => (service.facts.id ? [[service.facts.id, service]] : [])))
  if (bySlug.size === 0) return []
  const others = recordDefinitions.filter(({ name }) => name !== 'services' && name !== 'providers')
  const pages = (await Promise.all(others.map(({ name }) => records.all(main, name)))).flat()
  return pages.flatMap((page) => {
    const named = new Set([
      ...[...page.text.matchAll(/\/services\/([a-z0-9-]+)/g)].map(([, slug = '']) => bySlug.get(slug)),
      ...[...page.text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].map(([id]) => byId.get(id)),
    ])
    return [...named].flatMap((service) =>
      service === undefined
        ? []
        : [{ collection: page.collection, slug: page.slug, name: titleOf(page), service: titleOf(service) }],
    )
  })
}

/** A page, and the service that it leads to. */
export interface NamingPage {
  readonly collection: string
  readonly slug: string
  readonly name: string
  /** the name of the service */
  readonly service: string
}
