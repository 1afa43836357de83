import { beforeEach, describe, expect, it } from 'vitest'
import { createWordIndex, type WordIndex } from './word-index.ts'
import { listWords, readWords } from './word-shards.ts'

const pages = [
  'Physiotherapy clinic',
  'Swimming club for wheelchair users',
  'Car park',
  'Carers assessment, pre-school',
  'Support group for the parents',
  'Family support and support groups with support',
].map((name) => ({ name, summary: '', keywords: '', body: '', worth: 1 }))

describe('the list of words', () => {
  let index: WordIndex
  let fetched: number[]
  beforeEach(() => {
    fetched = []
    const { starts, shards } = listWords(pages.map(readWords), 30)
    expect(shards.length).toBeGreaterThan(3)
    index = createWordIndex({
      starts,
      services: pages.length,
      fetchShard: async (number) => {
        fetched.push(number)
        return shards[number] ?? {}
      },
    })
  })
  const found = async (text: string) => (await index.find(text)).map(({ id }) => Number(id))

  it.each([
    ['swimming', [1]],
    ['swims', [1]],
    ['swimmer', [1]],
    ['physio', [0]],
    ['physiotherapist', [0]],
    ['preschool', [3]],
    ['school', [3]],
    ['wheelchair club', [1]],
    ['wheelchair clinic', []],
    ['zebra', []],
    ['the', []],
    ['', []],
  ])('finds for “%s” the pages %j', async (text, expected) => {
    expect(await found(text)).toEqual(expected)
  })
  it('takes a short word for itself, not for the beginning of another', async () => {
    expect(await found('car')).toEqual([2])
  })
  it('puts a page first on which the word says more', async () => {
    expect(await found('support')).toEqual([5, 4])
    expect(await found('group')).toEqual([4, 5])
  })
  it('fetches only the parts that may hold the words', async () => {
    await index.find('zebra')
    expect(fetched.length).toBeLessThanOrEqual(1)
  })
  it('knows which words pages hold, but takes no guess for one', async () => {
    expect(await index.holds('swim')).toBe(true)
    expect(await index.holds('wheelch')).toBe(true)
    expect(await index.holds('wheelchiar')).toBe(false)
  })
})
