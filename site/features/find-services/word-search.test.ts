import { describe, expect, it } from 'vitest'
import { searchesFor, tokensOf } from './family-words.ts'
import { corrected, nearestWord, slipsBetween } from './nearest-word.ts'
import { searchWords } from './word-search.ts'

const synonyms = [
  { find: 'speech and language therapy', say: ['SALT', 'S&LT', 'stammer', 'not talking'] },
  { find: 'child minder', say: ['childminder'] },
]

describe('family words', () => {
  it('are looked for as typed and in the words of our pages', () => {
    expect(searchesFor('SALT', synonyms)).toEqual(['salt', 'speech language therapy'])
    expect(searchesFor('My son has a stammer', synonyms)).toEqual(['stammer', 'speech language therapy'])
    expect(searchesFor('S&LT in Sale', synonyms)).toEqual(['s&lt sale', 'speech language therapy sale'])
  })
  it('are whole phrases: “not” and “talking” apart are something else', () => {
    expect(searchesFor('talking but not eating', synonyms)).toHaveLength(1)
  })
  it('are not looked for without the small words that make them mean what they mean', () => {
    expect(searchesFor('my son is not talking', synonyms)).toEqual(['speech language therapy'])
  })
  it('stay as they are when none of them says anything', () => {
    expect(searchesFor('where to', synonyms)).toEqual(['where to'])
    expect(tokensOf('Carer’s assessment?')).toEqual(['carers', 'assessment'])
  })
})

describe('slips of the keyboard', () => {
  const vocabulary = ['therapy', 'speech', 'library', 'physiotherapy', 'swimming', 'sale']
  it('are put right by the nearest word of our pages', () => {
    expect(corrected('speach theropy', vocabulary)).toBe('speech therapy')
    expect(corrected('phisiotherapy', vocabulary)).toBe('physiotherapy')
    expect(corrected('libray', vocabulary)).toBe('library')
  })
  it('are not seen where a word is known, another form of one, half typed or short', () => {
    for (const right of ['speech', 'swim', 'swims', 'libr', 'M33', 'OT', 'therapies'])
      expect(corrected(right, vocabulary), right).toBeUndefined()
  })
  it('are never seen in a word that families use, and never make another word of it', () => {
    const misleading = ['building', 'shared', 'lovely', 'therapy', 'meeting', 'selection']
    for (const right of [
      'bullying',
      'bullied',
      'scared',
      'lonely',
      'refused',
      'meltdown',
      'hitting',
      'suicide',
    ])
      expect(corrected(right, misleading), right).toBeUndefined()
    expect(corrected('buiding', misleading)).toBe('building')
    expect(nearestWord('bullding', misleading)).toBe('building')
    expect(nearestWord('wherapy', misleading)).toBeUndefined()
    expect(nearestWord('bilding', ['bullying'])).toBeUndefined()
  })
  it('are left alone when nothing is near', () => {
    expect(corrected('xqzvwk', vocabulary)).toBeUndefined()
    expect(nearestWord('sal', vocabulary)).toBeUndefined()
  })
  it('count as one each: too many, too few, wrong, changed places', () => {
    for (const slip of ['libbrary', 'libary', 'lobrary', 'lirbary'])
      expect(slipsBetween(slip, 'library')).toBe(1)
    expect(slipsBetween('', 'abc')).toBe(3)
  })
})

describe('a search for words', () => {
  const pages: Record<string, string> = {
    therapy: 'speech language therapy',
    club: 'saturday club sale',
    gym: 'gym sale',
    guide: 'gym club money',
  }
  const find = (text: string) =>
    Promise.resolve(
      Object.entries(pages)
        .filter(([, content]) => text.split(' ').every((word) => content.includes(word)))
        .map(([id], _, all) => ({ id, score: 1 / all.length })),
    )
  const holds = async (word: string) => (await find(word)).length > 0
  const isWanted = ({ id }: { id: string }) => id !== 'guide'
  const vocabulary = ['speech', 'language', 'therapy', 'saturday', 'club', 'sale', 'stammer']
  let asked = 0
  const fetchVocabulary = async () => {
    asked++
    return vocabulary
  }
  const search = (words: string) =>
    searchWords(words, { synonyms, vocabulary: fetchVocabulary, find, holds, isWanted })

  it('finds what is called otherwise, even when it is typed wrong', async () => {
    const { hits, shownFor } = await search('stamer')
    expect(hits.map(({ id }) => id)).toEqual(['therapy'])
    expect(shownFor).toBe('stammer')
  })
  it('shows pages with some of the words, those with most first, when none has all', async () => {
    const { hits, partly } = await search('saturday club gym')
    expect(hits.map(({ id }) => id).slice(0, 3)).toEqual(['club', 'guide', 'gym'])
    expect(partly).toBe(true)
  })
  it('shows services with some of the words when only a guide has all', async () => {
    const { hits, partly } = await search('gym money')
    expect(hits.map(({ id }) => id)).toEqual(['guide', 'gym'])
    expect(partly).toBe(true)
  })
  it('asks for the vocabulary only when a word may be wrong', async () => {
    asked = 0
    await search('saturday club')
    await search('stammer')
    expect(asked).toBe(0)
    await search('saturdy')
    expect(asked).toBe(1)
  })
  it('puts a page with a rare word before one with a word that many have, when each has one', async () => {
    expect((await search('zzzz sale gym speech')).hits[0]?.id).toBe('gym')
    expect((await search('sale speech')).hits[0]?.id).toBe('therapy')
  })
  it('finds nothing when there is nothing', async () => {
    expect(await search('zzzz')).toEqual({ hits: [], shownFor: undefined, partly: false })
  })
})
