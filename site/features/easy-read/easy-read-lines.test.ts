import { expect, it } from 'vitest'
import { sectionsOf } from './easy-read-lines.ts'

const line = (text: string, heading?: string) => ({ key: text, text, heading, picture: 'person' as const })

it('puts lines under the heading that stands above them', () => {
  const sections = sectionsOf([line('a'), line('b'), line('c', 'Ask'), line('d'), line('e', 'Wait')])
  expect(sections.map(({ heading, lines }) => [heading, lines.map(({ text }) => text).join('')])).toEqual([
    [undefined, 'ab'],
    ['Ask', 'cd'],
    ['Wait', 'e'],
  ])
})

it('has nothing to show of nothing', () => {
  expect(sectionsOf([])).toEqual([])
})
