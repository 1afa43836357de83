/** What a feed says of itself. Paths start with a slash. */
export interface Feed {
  readonly title: string
  /** The origin of the site, without a slash at its end; `feedOrigin` where a build does not know it. */
  readonly origin: string
  /** The page that the feed is of. */
  readonly path: string
  /** The feed itself. */
  readonly feed: string
  readonly text: string
  readonly items: readonly FeedItem[]
  /** How many items it holds, the newest ones. */
  readonly most: number
}

export interface FeedItem {
  readonly title: string
  readonly path: string
  readonly text: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** Stays the same for as long as there is nothing new to read. */
  readonly guid: string
}

/** A feed as RSS 2.0, the newest first. */
export function rssFeed({ title, origin, path, feed, text, items, most }: Feed): string {
  const newest = items.toSorted((a, b) => b.day.localeCompare(a.day)).slice(0, most)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    `<title>${xml(title)}</title>`,
    `<link>${xml(origin + path)}</link>`,
    `<description>${xml(text)}</description>`,
    '<language>en-gb</language>',
    `<atom:link href="${xml(origin + feed)}" rel="self" type="application/rss+xml"/>`,
    ...newest.map((item) => itemText(item, origin)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

function itemText({ title, path, text, day, guid }: FeedItem, origin: string): string {
  return [
    '<item>',
    `<title>${xml(title)}</title>`,
    `<link>${xml(origin + path)}</link>`,
    `<description>${xml(text)}</description>`,
    `<guid isPermaLink="false">${xml(guid)}</guid>`,
    `<pubDate>${new Date(`${day}T00:00:00Z`).toUTCString()}</pubDate>`,
    '</item>',
  ].join('')
}

/** Escaped, and without the control characters that XML cannot hold. */
function xml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
