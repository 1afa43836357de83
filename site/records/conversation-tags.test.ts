import { expect, it } from 'vitest'
import { conversationTags, tagLabel } from './conversation-tags.ts'

it('gives each tag an id and a label of its own', () => {
  const ids = conversationTags.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(tagLabel('autism')).toBe('Autism')
  expect(tagLabel('ehc')).toBe('EHC needs assessments and plans')
  expect(tagLabel('long-gone')).toBe('long-gone')
})
