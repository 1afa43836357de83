/**
 * What stands for the site's own address in feeds that the build prints, since a build does not know where its site will
 * be. The server puts the real one in its place. The name can never lead anywhere (RFC 2606).
 */
export const feedOrigin = 'http://local-offer.invalid'

/** The feeds, by their path in the release, with their types. */
export const feeds = {
  '/you-said-we-did/feed.xml': 'application/rss+xml; charset=utf-8',
  '/news/feed.xml': 'application/rss+xml; charset=utf-8',
  '/news/calendar.ics': 'text/calendar; charset=utf-8',
} as const satisfies Readonly<Record<string, string>>

export type FeedPath = keyof typeof feeds
