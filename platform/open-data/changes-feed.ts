import type { OpenService } from '#records/open-referral-entities.ts'
import { escapeHtml } from '../pages/html.ts'

/** How many entries the feed holds. */
const feedLength = 100

/**
 * News of the directory as RSS 2.0: services by the day on which they were last checked, the newest first. What a record
 * says is all that is known of its change.
 *
 * @param site.pageOf gives the path of a service's page by its id
 */
export function changesFeed(services: readonly OpenService[], site: FeedSite): string {
  const items = services
    .flatMap((service) => entryOf(service, site))
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .slice(0, feedLength)
  const address = `${site.publicUrl}/open-data/changes.xml`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    `<title>${xml(`Local Offer, ${site.areaName}: services checked`)}</title>`,
    `<link>${xml(`${site.publicUrl}/open-data/`)}</link>`,
    '<description>Services that were added, checked or closed, by the day of their last check.</description>',
    '<language>en-gb</language>',
    `<atom:link href="${xml(address)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(({ text }) => text),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

/** What the feed says of the site that it belongs to. */
export interface FeedSite {
  /** The origin of the site, without a slash at its end. */
  readonly publicUrl: string
  readonly areaName: string
  pageOf(id: string): string | undefined
}

function entryOf(service: OpenService, site: FeedSite): { day: string; text: string }[] {
  const { assured_date: day, description = '' } = service
  const page = site.pageOf(service.id)
  if (day === undefined || page === undefined) return []
  const text = [
    '<item>',
    `<title>${xml(`${deeds[service.status] ?? 'Checked'}: ${service.name}`)}</title>`,
    `<link>${xml(site.publicUrl + page)}</link>`,
    `<description>${xml(description)}</description>`,
    `<guid isPermaLink="false">${xml(`urn:uuid:${service.id}:${day}:${service.status}`)}</guid>`,
    `<pubDate>${new Date(`${day}T00:00:00Z`).toUTCString()}</pubDate>`,
    '</item>',
  ]
  return [{ day, text: text.join('') }]
}

const deeds: Readonly<Record<string, string>> = {
  active: 'Checked',
  'temporarily closed': 'Closed for now',
  defunct: 'Closed',
}

/** Escaped, and without the control characters that XML cannot hold. */
function xml(text: string): string {
  return escapeHtml(text.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, ''))
}
