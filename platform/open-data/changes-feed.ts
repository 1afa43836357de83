import type { OpenService } from '#records/open-referral-entities.ts'
import { type FeedItem, rssFeed } from '#records/rss.ts'

/**
 * News of the directory as RSS 2.0: services by the day on which they were last checked, the newest first. What a record
 * says is all that is known of its change.
 *
 * @param site.pageOf gives the path of a service's page by its id
 */
export function changesFeed(services: readonly OpenService[], site: FeedSite): string {
  return rssFeed({
    title: `Local Offer, ${site.areaName}: services checked`,
    origin: site.publicUrl,
    path: '/open-data/',
    feed: '/open-data/changes.xml',
    text: 'Services that were added, checked or closed, by the day of their last check.',
    items: services.flatMap((service) => itemOf(service, site)),
    most: 100,
  })
}

/** What the feed says of the site that it belongs to. */
export interface FeedSite {
  /** The origin of the site, without a slash at its end. */
  readonly publicUrl: string
  readonly areaName: string
  pageOf(id: string): string | undefined
}

function itemOf({ id, name, status, assured_date: day, description = '' }: OpenService, site: FeedSite) {
  const path = site.pageOf(id)
  if (day === undefined || path === undefined) return []
  const item: FeedItem = {
    title: `${deeds[status] ?? 'Checked'}: ${name}`,
    path,
    text: description,
    day,
    guid: `urn:uuid:${id}:${day}:${status}`,
  }
  return [item]
}

const deeds: Readonly<Record<string, string>> = {
  active: 'Checked',
  'temporarily closed': 'Closed for now',
  defunct: 'Closed',
}
