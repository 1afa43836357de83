import { expect, test } from 'vitest'
import { type CoveringPage, type CoveringService, coverageOf, fewestWords } from './coverage.ts'

const page = (words: number, heading = 'Physiotherapy'): CoveringPage => ({
  path: '/guides/therapies/',
  title: 'Therapies',
  answers: [{ item: 'health.physiotherapy', section: 'Physiotherapy' }],
  sections: [{ heading, words }],
})

const service = (change: Partial<CoveringService> = {}): CoveringService => ({
  id: 'a-physiotherapy',
  name: 'Children’s physiotherapy',
  kind: 'Health team',
  categories: ['therapies'],
  isOpen: true,
  isExample: false,
  questions: [],
  ...change,
})

const stateOf = (key: string, pages: CoveringPage[], services: CoveringService[]) =>
  coverageOf(pages, services).find((each) => each.key === key)?.state

const physiotherapy = (pages: CoveringPage[], services: CoveringService[]) =>
  stateOf('health.physiotherapy', pages, services)

test('an item that nothing answers is missing', () => {
  expect(coverageOf([], []).map(({ state }) => state)).not.toContain('met')
  expect(physiotherapy([], [])).toBe('missing')
})

test('a named section of 80 words meets an item; a shorter one, or a tag without its section, does not', () => {
  expect(physiotherapy([page(fewestWords)], [])).toBe('met')
  expect(physiotherapy([page(fewestWords - 1)], [])).toBe('missing')
  expect(physiotherapy([page(500, 'Something else')], [])).toBe('missing')
})

test('a real and open service meets an item; example services alone are told apart', () => {
  expect(physiotherapy([], [service()])).toBe('met')
  expect(physiotherapy([], [service({ isExample: true })])).toBe('examples')
  expect(physiotherapy([], [service({ isOpen: false })])).toBe('missing')
  expect(physiotherapy([], [service({ categories: ['sport-leisure'] })])).toBe('missing')
  expect(physiotherapy([], [service({ name: 'Walking group', kind: 'Health team' })])).toBe('missing')
})

test('real services are counted without the examples', () => {
  const [found] = coverageOf([], [service({ isExample: true, name: 'Example physiotherapy' }), service()])
    .filter(({ key }) => key === 'health.physiotherapy')
    .flatMap(({ by }) => by)
  expect(found).toEqual({
    kind: 'services',
    count: 1,
    firstId: 'a-physiotherapy',
    first: 'Children’s physiotherapy',
    examples: false,
  })
})

test('a question of the regulations is met by a school that answers it', () => {
  const school = service({ name: 'A school', categories: ['schools'], questions: ['teachingApproach'] })
  expect(stateOf('ten-questions.teaching-approach', [], [school])).toBe('met')
  expect(stateOf('ten-questions.evaluating', [], [school])).toBe('missing')
})

test('every item stands once', () => {
  const keys = coverageOf([], []).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
