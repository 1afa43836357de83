import { describe, expect, it } from 'vitest'
import { excerptAround, soughtWords, wordsOf } from './search-words.ts'

describe('the words of a conversation', () => {
  it('are compared without capitals, accents and signs, each once', () => {
    expect(wordsOf('Zoë’s EHC plan: the plan, LO-7KQ4-2M9X!')).toEqual([
      ...['zoe', 's', 'ehc', 'plan', 'the', 'lo', '7kq4', '2m9x'],
    ])
  })

  it('are words of any script', () => {
    expect(wordsOf('اردو żłobek')).toEqual(['اردو', 'złobek'])
  })
})

describe('the words of a very long conversation', () => {
  it('stay below what PostgreSQL keeps of one row, in scripts with long letters too', () => {
    const long = Array.from({ length: 20_000 }, (_, n) => `${'漢'.repeat(54)}${String(n).padStart(6, '0')}`)
    const kept = wordsOf(long.join(' '))
    expect(kept.length).toBeGreaterThan(1_000)
    expect(Buffer.byteLength(kept.join(''))).toBeLessThan(1_000_000)
  })
})

describe('what somebody looks for', () => {
  it('finds words that begin with it from three letters on, two letters only whole', () => {
    expect(soughtWords('Jo transp')).toEqual([
      { word: 'jo', isBeginning: false },
      { word: 'transp', isBeginning: true },
    ])
  })

  it('leaves single letters and signs out, and nothing may be left', () => {
    expect(soughtWords('a - ?')).toEqual([])
  })
})

describe('what is shown of a text that was found', () => {
  it('is the piece around the word, cut between words', () => {
    const before = 'We asked the school three times about this and nobody has ever rung us back. '
    const shown = excerptAround(`${before}Transport stopped. ${before}`, soughtWords('transport'))
    expect(shown).toMatch(/^….*back\. Transport stopped\. We asked .*…$/)
    expect(shown?.length).toBeLessThan(140)
  })

  it('is the whole text when it is short, and nothing when the word is not in it', () => {
    expect(excerptAround('Zoë needs\na taxi', soughtWords('zoe'))).toBe('Zoë needs a taxi')
    expect(excerptAround('Nothing here', soughtWords('taxi'))).toBeNull()
  })
})
