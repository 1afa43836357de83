import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkContent, sentenceOf } from './check-content.ts'
import { exampleContent, exampleGuide, exampleSaid, exampleService } from './example-content.fixture.ts'
import type { ContentFile } from './read-content.ts'

const said = (files: readonly ContentFile[]) => checkContent(files).map(sentenceOf)

function withService(change: object, body = ''): ContentFile[] {
  const text = `---\n${stringify({ ...exampleService, ...change })}---\n${body}`
  return [
    ...exampleContent.filter((file) => !file.path.startsWith('services/')),
    { path: 'services/club.md', text },
  ]
}

function withGuideText(body: string): ContentFile[] {
  const text = `---\n${stringify(exampleGuide)}---\n${body}\n`
  return [
    ...exampleContent.filter((file) => !file.path.startsWith('guides/')),
    { path: 'guides/first.mdx', text },
  ]
}

test('records that are right have no problems', () => {
  expect(said(exampleContent)).toEqual([])
})

describe('a wrong field names the file, the field, what it holds and what is allowed', () => {
  test('an unknown need', () => {
    expect(said(withService({ whoFor: { needs: ['autsm'] } }))).toEqual([
      expect.stringMatching(
        /^services\/club\.md: whoFor\.needs\.0: Needs: "autsm" is not on the list\. Use one of: autism, .* \(it holds "autsm"\)\.$/,
      ),
    ])
  })

  test('a missing name', () => {
    expect(said(withService({ name: undefined }))).toEqual([
      'services/club.md: name: is missing. Name: write some text.',
    ])
  })

  test('regular times without a day', () => {
    const times = [{ key: 'a', days: [], opens: '09:00', closes: '17:00' }]
    expect(said(withService({ when: { times } }))[0]).toContain('when.times.0.days: Days: choose at least 1')
  })

  test('a field that does not exist', () => {
    expect(said(withService({ colour: 'red' }))[0]).toMatch(
      /^services\/club\.md: record: Service: there is no field "colour"\. Fields here are: id, name,/,
    )
  })

  test('a missing field of the area settings', () => {
    const area = exampleContent.map((file) =>
      file.path === 'area.yaml' ? { ...file, text: file.text.replace(/^authority:.*\n/m, '') } : file,
    )
    expect(said(area)).toEqual(['area.yaml: authority: is missing. Name of the council: write some text.'])
  })

  test.each(['category', 'need', 'a-to-z', 'index', 'age'])(
    'a service at the address of a list: %s',
    (slug) => {
      const moved = withService({}).map((file) =>
        file.path === 'services/club.md' ? { ...file, path: `services/${slug}.md` } : file,
      )
      expect(said(moved)).toEqual([
        `services/${slug}.md: file: a service cannot have the address /services/${slug}/: a list stands there. Choose another file name, such as ${slug}-service.md.`,
      ])
    },
  )

  test('no area settings at all', () => {
    expect(said(exampleContent.filter((file) => file.path !== 'area.yaml'))).toEqual([
      'area.yaml: file: is missing. Every site needs its area settings.',
    ])
  })

  test('front matter that is not YAML', () => {
    const broken = { path: 'routes/broken.md', text: '---\ntitle: "open\n---\n' }
    expect(said([...exampleContent, broken])[0]).toMatch(
      /^routes\/broken\.md: file: the fields cannot be read as YAML\./,
    )
  })

  test('a file without front matter', () => {
    expect(said([...exampleContent, { path: 'routes/bare.md', text: 'Hello' }])).toEqual([
      'routes/bare.md: file: it must start with its fields between two lines of three hyphens (---).',
    ])
  })
})

describe('what fields say of each other', () => {
  test('crossed ages', () => {
    expect(said(withService({ whoFor: { youngest: 12, oldest: 5 } }))).toEqual([
      'services/club.md: whoFor.oldest: Oldest age is 5, below the youngest, 12. Swap them.',
    ])
  })

  test('times the wrong way round, each named', () => {
    const times = [
      { key: 'a', days: ['monday'], opens: '09:00', closes: '17:00' },
      { key: 'b', days: ['friday'], opens: '09:00', closes: '05:00' },
    ]
    const sessions = [{ key: 'c', on: '2027-01-02', opens: '14:00', closes: '12:00' }]
    expect(said(withService({ when: { times, sessions } }))).toEqual([
      'services/club.md: when.times.1.closes: It closes at 5am but opens at 9am. Correct one of them.',
      'services/club.md: when.sessions.0.closes: It ends at midday but starts at 2pm. Correct one of them.',
    ])
  })

  test('an address that must not be stored', () => {
    const where = { confidentialAddress: true, places: [{ key: 'a', postcode: 'M33 2UG' }] }
    expect(said(withService({ where }))[0]).toContain('where.places: The address is confidential')
  })

  test('a service without an escalation route', () => {
    expect(said(withService({ routes: [] }))).toEqual([
      'services/club.md: routes: When things go wrong: choose at least 1.',
    ])
  })

  test('“done” without a date', () => {
    const text = `---\n${stringify({ ...exampleSaid, state: 'done' })}---\n`
    expect(said([...exampleContent, { path: 'you-said-we-did/done.md', text }])).toEqual([
      'you-said-we-did/done.md: doneOn: The state is “done”, so say when it was done, or choose another state.',
    ])
  })
})

describe('what records say of each other', () => {
  test('a provider that is not there', () => {
    const provider = '3f0a2c9e-7a55-4c1e-9b1d-2f4d9d1f6a10'
    expect(said(withService({ provider }))).toEqual([
      `services/club.md: provider: there is no record with the id ${provider}. Choose one from the list.`,
    ])
  })

  test('one id twice', () => {
    const copy = exampleContent.find((file) => file.path.startsWith('services/'))
    expect(said([...exampleContent, { path: 'services/copy.md', text: copy?.text ?? '' }])).toEqual([
      'services/copy.md: id: services/club.md has the same id. Give one a new id.',
    ])
  })

  test('a link to a page that is not there', () => {
    expect(said(withGuideText('See [this](/services/nowhere/).'))).toEqual([
      'guides/first.mdx: body: the link /services/nowhere/ leads to no record.',
    ])
  })
})

describe('the text of a guide is data, never code', () => {
  test.each([
    ['{process.env.SECRET}', 'Expressions in curly brackets are not allowed'],
    ['import fs from "node:fs"', '“import” and “export” are not allowed'],
    ['<script>alert(1)</script>', '<script> is not allowed'],
    ['<Callout title={1 + 1}>x</Callout>', 'an attribute must be plain text in quotation marks'],
    ['<Callout {...props}>x</Callout>', 'an attribute must be plain text in quotation marks'],
    ['[x](javascript:alert(1))', 'must start with https://'],
    ['<TimeLimit name="soon" />', '<TimeLimit>: name: use one of: ehc-'],
    ['<TimeLimit />', '<TimeLimit>: name:'],
    ['<ServiceList category="school" />', '<ServiceList>: category: use one of: early-years, schools'],
    ['# First level', 'Start headings at the second level'],
  ])('%s is refused', (body, why) => {
    expect(said(withGuideText(body)).join(' ')).toContain(why)
  })

  test('the listed components pass', () => {
    expect(said(withGuideText('<Callout title="Good to know">Text</Callout>'))).toEqual([])
  })

  test('HTML in a service is refused', () => {
    expect(said(withService({}, '<b>Hello</b>')).join(' ')).toContain('HTML is not allowed. Use Markdown')
  })
})
