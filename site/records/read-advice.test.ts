import { expect, test } from 'vitest'
import { exampleGuide } from './example-content.fixture.ts'
import { adviceOn } from './read-advice.ts'
import type { RawRecord } from './read-content.ts'

const today = '2026-11-22'
const guide = (body: string, change: object = {}): RawRecord => ({
  collection: 'guides',
  slug: 'first',
  path: 'guides/first.mdx',
  data: { ...exampleGuide, ...change },
  body,
})
const hard =
  'Notwithstanding the aforementioned considerations, the authority’s determination regarding eligibility remains discretionary.'

test('a short and easy page gets no advice', () => {
  expect(adviceOn(guide('Ask us. We help you.'), undefined, today)).toEqual([])
})

test('a hard page says how old a reader must be and where to begin', () => {
  expect(adviceOn(guide(hard), undefined, today)).toEqual([
    expect.stringMatching(/^A reader must be \d+(\.\d)? years old .* Begin with: “Notwithstanding/),
  ])
})

test('a short form that nobody explains is named', () => {
  expect(adviceOn(guide('Ask the ICB. It helps you.'), undefined, today)).toEqual([
    'Nobody explains “ICB”. Write it out, or add it to glossary.yaml as an abbreviation.',
  ])
})

test('a section that is to answer the law and is too short says how many words it has', () => {
  const answers = [{ key: 'a', item: 'health.physiotherapy', section: 'Physiotherapy' }]
  expect(adviceOn(guide('## Physiotherapy\n\nAsk your doctor.', { answers }), undefined, today)).toEqual([
    '“Physiotherapy” has 3 words. To answer what the law asks it needs 80.',
  ])
})

test('an overdue check is told', () => {
  expect(adviceOn(guide('Ask us.', { reviewDue: '2026-11-21' }), undefined, today)).toEqual([
    'The check of this page was due on 2026-11-21.',
  ])
})

test('Easy Read has a lower limit', () => {
  const easyRead = (text: string): RawRecord => ({
    collection: 'easy-read',
    slug: 'first',
    path: 'easy-read/first.md',
    data: {
      id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b09',
      title: 'First',
      guide: exampleGuide.id,
      lines: [{ key: 'a', picture: 'person', text }],
    },
    body: '',
  })
  expect(adviceOn(easyRead('You can ask for help.'), undefined, today)).toEqual([])
  expect(
    adviceOn(easyRead('Independent organisations provide confidential information.'), undefined, today),
  ).toEqual([expect.stringContaining('It should be 9 or less.')])
})
