import { expect, test } from 'vitest'
import { blocksOf, sectionsOf, wordsIn } from './read-sections.ts'

const guide = `Before the headings.

## Who can *ask*

You can ask. So can the school, <TimeLimit name="ehc-decide-to-assess" />.

- A letter
- An \`email\`

### In a hurry

<Callout title="Ring first">
Ring us.
</Callout>

## What next

Wait.`

test('a text is read block by block, with the words of its time limits', () => {
  expect(blocksOf(guide, 'mdx')).toEqual([
    { depth: 0, text: 'Before the headings.' },
    { depth: 2, text: 'Who can ask' },
    { depth: 0, text: 'You can ask. So can the school, within 6 weeks of the request.' },
    { depth: 0, text: 'A letter' },
    { depth: 0, text: 'An email' },
    { depth: 3, text: 'In a hurry' },
    { depth: 0, text: 'Ring us.' },
    { depth: 2, text: 'What next' },
    { depth: 0, text: 'Wait.' },
  ])
})

test('a section holds what stands under it, smaller headings included, up to the next of its size', () => {
  expect(sectionsOf(blocksOf(guide, 'mdx'))).toEqual([
    { heading: 'Who can ask', words: 19 },
    { heading: 'In a hurry', words: 2 },
    { heading: 'What next', words: 1 },
  ])
})

test('signs alone are no words', () => {
  expect(wordsIn('  – yes, 2 ways … ')).toBe(3)
})
