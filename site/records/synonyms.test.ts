import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkFile } from './check-content.ts'
import { pathOf, recordAt } from './collections.ts'

const file = { path: 'synonyms.yaml', text: readFileSync('site/content/synonyms.yaml', 'utf8') }

it('the words that families use are one file, which is right', () => {
  expect(recordAt(file.path)).toEqual({ collection: 'synonyms', slug: 'synonyms' })
  expect(pathOf('synonyms', 'synonyms')).toBe(file.path)
  expect(checkFile(file).found).toEqual([])
})

it('says which pair is wrong', () => {
  const text = file.text.replace('find: speech and language therapy', 'find: ""')
  expect(checkFile({ ...file, text }).found).toMatchObject([
    {
      file: 'synonyms.yaml',
      field: 'words.0.find',
      message: expect.stringContaining('What our pages call it'),
    },
  ])
})
