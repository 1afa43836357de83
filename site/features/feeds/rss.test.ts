import { parseFragment } from 'parse5'
import { expect, it } from 'vitest'
import { rssFeed } from './rss.ts'

const feed = rssFeed({
  title: 'News of “A & B”',
  path: '/news/',
  feed: '/news/feed.xml',
  text: 'What is on.',
  items: [
    { title: 'Old <b>', path: '/news/old/', text: 'Was.', day: '2026-01-02', guid: 'a' },
    { title: 'New', path: '/news/new/', text: 'Is.\u0007', day: '2026-11-02', guid: 'b' },
  ],
})

it('holds the newest first, with the address that the server replaces', () => {
  expect([...feed.matchAll(/<link>(.*?)<\/link>/g)].map(([, link]) => link)).toEqual([
    'http://local-offer.invalid/news/',
    'http://local-offer.invalid/news/new/',
    'http://local-offer.invalid/news/old/',
  ])
  expect(feed).toContain('<pubDate>Mon, 02 Nov 2026 00:00:00 GMT</pubDate>')
})

it('escapes what people write, and leaves out what XML cannot hold', () => {
  expect(feed).toContain('<title>News of “A &amp; B”</title>')
  expect(feed).toContain('<title>Old &lt;b&gt;</title>')
  expect(feed).toContain('<description>Is.</description>')
  const errors: string[] = []
  parseFragment(feed.replace(/^<\?xml.*\?>/, ''), { onParseError: ({ code }) => errors.push(code) })
  expect(errors.filter((code) => code !== 'non-void-html-element-start-tag-with-trailing-solidus')).toEqual(
    [],
  )
})
