import { expect, it } from 'vitest'
import { stepCards } from './step-cards.ts'

it('gives each step of a pathway its number and its place on the page', () => {
  const steps = [
    { key: 'safe', title: 'Make today safe' },
    { key: 'meet', title: 'Ask for a meeting' },
    { key: 'council', title: 'Tell the council', joins: 'and' as const },
    { key: 'Not an anchor', title: 'Never a card' },
  ]
  const cards = stepCards({ id: 'school', title: 'When a school place breaks down', steps })
  expect(cards.map(({ path, title }) => [path, title])).toEqual([
    ['/pathways/school/#step-safe', 'Step 1: Make today safe'],
    ['/pathways/school/#step-meet', 'Step 2: Ask for a meeting'],
    ['/pathways/school/#step-council', 'Step 2, and: Tell the council'],
  ])
  expect(cards[0]).toMatchObject({ kind: 'step', summary: 'When a school place breaks down' })
})
