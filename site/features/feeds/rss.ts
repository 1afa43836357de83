import { type FeedPath, feedOrigin } from '#records/feed-origin.ts'

/** What a feed says of itself. Paths start with a slash. */
export interface Feed {
  readonly title: string
  /** The page that the feed is of. */
  readonly path: string
  readonly feed: FeedPath
  readonly text: string
  readonly items: readonly FeedItem[]
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

/** How many items a feed holds. */
const feedLength = 50

/** A feed as RSS 2.0, the newest first. Its addresses start with `feedOrigin`, which the server replaces. */
export function rssFeed({ title, path, feed, text, items }: Feed): string {
  const newest = items.toSorted((a, b) => b.day.localeCompare(a.day)).slice(0, feedLength)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    `<title>${xml(title)}</title>`,
    `<link>${xml(feedOrigin + path)}</link>`,
    `<description>${xml(text)}</description>`,
    '<language>en-gb</language>',
    `<atom:link href="${xml(feedOrigin + feed)}" rel="self" type="application/rss+xml"/>`,
    ...newest.map(itemText),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

function itemText({ title, path, text, day, guid }: FeedItem): string {
  return [
    '<item>',
    `<title>${xml(title)}</title>`,
    `<link>${xml(feedOrigin + path)}</link>`,
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
