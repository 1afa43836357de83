import { parseFragment } from 'parse5'
import { expect, it } from 'vitest'
import { rssFeed } from './rss.ts'

const feed = rssFeed({
  title: 'News of “A & B”',
  origin: 'https://localoffer.example.org',
  path: '/news/',
  feed: '/news/feed.xml',
  text: 'What is on.',
  items: [
    { title: 'Old <b>', path: '/news/old/', text: 'Was.', day: '2026-01-02', guid: 'a' },
    { title: 'Oldest', path: '/news/oldest/', text: 'Was too.', day: '2026-01-01', guid: 'c' },
    { title: 'New', path: '/news/new/', text: 'Is.\u0007', day: '2026-11-02', guid: 'b' },
  ],
  most: 2,
})

it('holds the newest first and no more than it may, with whole addresses', () => {
  expect([...feed.matchAll(/<link>(.*?)<\/link>/g)].map(([, link]) => link)).toEqual([
    'https://localoffer.example.org/news/',
    'https://localoffer.example.org/news/new/',
    'https://localoffer.example.org/news/old/',
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
