import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkContent, sentenceOf } from './check-content.ts'
import { exampleContent, exampleGuide } from './example-content.fixture.ts'

const record = (fields: object) => `---\n${stringify(fields)}---\n`
const guide = (slug: string, change: object) => ({
  path: `guides/${slug}.mdx`,
  text: `${record({ ...exampleGuide, id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c01', ...change })}Hello.\n`,
})
const said = (...files: { path: string; text: string }[]) =>
  checkContent([...exampleContent, ...files]).map(sentenceOf)

describe('a guide in parts', () => {
  const part = guide('part', { partOf: exampleGuide.id })

  test('has parts that name the first one', () => {
    expect(said(part)).toEqual([])
  })

  test('has no parts of parts', () => {
    const deeper = guide('deeper', {
      id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c02',
      partOf: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c01',
    })
    expect(said(part, deeper)).toEqual([
      'guides/deeper.mdx: partOf: guides/part.mdx is a part of another guide itself. Choose the first part of that guide.',
    ])
  })

  test('names a guide that there is, and not itself', () => {
    expect(said(guide('part', { partOf: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1cff' }))[0]).toContain(
      'guides/part.mdx: partOf: there is no record with the id',
    )
    expect(said(guide('part', { partOf: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c01' }))).toEqual([
      'guides/part.mdx: partOf: A guide cannot be a part of itself. Leave this out.',
    ])
  })
})

describe('video and audio', () => {
  const video = {
    key: 'a',
    kind: 'video',
    title: 'The 20 weeks',
    file: '/recordings/the-20-weeks.mp4',
    captions: '/recordings/the-20-weeks.vtt',
    transcript: 'First you ask.',
  }
  const withMedia = (change: object) => said(guide('film', { media: [{ ...video, ...change }] }))

  test('pass with captions and transcript', () => {
    expect(withMedia({})).toEqual([])
    expect(
      withMedia({
        file: undefined,
        captions: undefined,
        link: 'https://example.org/film',
        captionedThere: true,
      }),
    ).toEqual([])
  })

  test.each([
    [
      'a video without captions',
      { captions: undefined },
      'media.0.captions: the video “The 20 weeks” has no captions. Add a file such as',
    ],
    [
      'a recording without transcript',
      { kind: 'audio', file: '/recordings/a.mp3', transcript: '' },
      'media.0.transcript: “The 20 weeks” has no transcript. Write down',
    ],
    [
      'a video elsewhere without captions',
      { file: undefined, link: 'https://example.org/film' },
      'media.0.captionedThere: the video',
    ],
    [
      'nothing to play',
      { file: undefined },
      'media.0.file: “The 20 weeks” needs either a file of ours or a link',
    ],
    [
      'a recording called a video',
      { file: '/recordings/a.mp3' },
      'media.0.kind: “The 20 weeks” is said to be video, but its file is /recordings/a.mp3',
    ],
    [
      'a file from elsewhere',
      { file: 'https://example.org/a.mp4' },
      'media.0.file: File: write an address such as /recordings/my-film.mp4',
    ],
  ])('%s is refused', (_, change, sentence) => {
    expect(withMedia(change).join('\n')).toContain(`guides/film.mdx: ${sentence}`)
  })
})

describe('Easy Read', () => {
  const easy = {
    id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1d01',
    title: 'Easy guide',
    guide: exampleGuide.id,
    lines: [{ key: 'a', picture: 'school', text: 'You can ask for help at school.' }],
  }

  test('names the guide it is of, once', () => {
    const again = { ...easy, id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1d02' }
    expect(said({ path: 'easy-read/a.md', text: record(easy) })).toEqual([])
    expect(
      said({ path: 'easy-read/a.md', text: record(easy) }, { path: 'easy-read/b.md', text: record(again) }),
    ).toEqual(['easy-read/b.md: guide: easy-read/a.md is of the same guide. Make one of both.'])
  })

  test('has a picture of ours on each line, and something to read', () => {
    const text = record({ ...easy, lines: [{ key: 'a', picture: 'dragon', text: 'Hello.' }] })
    expect(said({ path: 'easy-read/a.md', text })[0]).toMatch(
      /^easy-read\/a\.md: lines\.0\.picture: Picture: "dragon" is not on the list\. Use one of: person, /,
    )
    expect(said({ path: 'easy-read/a.md', text: record({ ...easy, lines: [] }) })).toEqual([
      'easy-read/a.md: lines: There is nothing to read yet. Add a line.',
    ])
  })
})

test('a word stands in the glossary once', () => {
  const term = { term: 'local offer', meaning: 'What there is.' }
  const terms = [
    { key: 'a', ...term, abbreviation: 'LO' },
    { key: 'b', term: 'Local Offer', meaning: 'Again.' },
    { key: 'c', term: 'lower', abbreviation: 'lo', meaning: 'Low.' },
  ]
  const text = stringify({ id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1e01', title: 'Glossary', terms })
  expect(said({ path: 'glossary.yaml', text })).toEqual([
    'glossary.yaml: terms.1.term: “Local Offer” stands here twice. Make one entry of both.',
    'glossary.yaml: terms.2.abbreviation: “lo” stands here twice. Make one entry of both.',
  ])
})
