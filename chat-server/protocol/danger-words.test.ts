import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDangerWords } from '../domain/first-danger-words.ts'
import { createDangerFinder, stemOf } from './danger-words.ts'

const find = createDangerFinder(firstDangerWords)

describe('words that may signal danger', () => {
  it.each([
    ['I want to KILL MYSELF', 'kill myself'],
    ['she keeps talking about killing  herself', 'kill herself'],
    ['He hits me', 'hits'],
    ['he was hitting his brother', 'hits'],
    ['covered in bruises', 'bruise'],
    ['a bruised arm', 'bruise'],
    ['the man touched her', 'touch'],
    ['My son ran away last night', 'run away'],
    ['running away again', 'run away'],
    ['he carries knives', 'knife'],
    ['she took an overdose', 'overdose'],
    ['self harm', 'self-harm'],
    ['self-harming', 'self-harm'],
    ['selfharm', 'self-harm'],
    ['s e l f   h a r m', 'self-harm'],
    ['kill my self', 'kill myself'],
    ['We are not\nsafe', 'not safe'],
    ['I don’t feel safe', "don't feel safe"],
    ['I dont feel safe', "don't feel safe"],
    ['he abuses us', 'abuse'],
    ['abusing', 'abuse'],
    ['su\u200bicide', 'suicide'],
    ['ｓｕｉｃｉｄｅ', 'suicide'],
    ['she was strangled', 'strangle'],
    ['my dad hurts me', 'hurt me'],
  ])('are found in “%s”', (text, word) => {
    expect(find(text)).toContain(word)
  })

  it.each([
    'How do I get in touch with the school?',
    'I want a bus pass for my daughter',
    'He can eat with a knife and fork now.',
    'Which skills does she need for school meals?',
    'The white paper is here.',
    'Whitstable and Scunthorpe',
    'My son is 4. Who helps with his speech?',
    'We run a club away from the road. Begun last week.',
    'Is there a drama group on Thursdays?',
    '',
  ])('are not seen in “%s”', (text) => {
    expect(find(text)).toEqual([])
  })

  it('are told once each, in the order of the text', () => {
    expect(find('A knife. Then the suicide. Knives!')).toEqual(['knife', 'suicide'])
  })

  it('are those of the list and no others', () => {
    expect(createDangerFinder(['fire'])('fires, knives and suicide')).toEqual(['fire'])
    expect(createDangerFinder([])('suicide')).toEqual([])
    expect(createDangerFinder(['…', ''])('anything …')).toEqual([])
  })

  it('are found wherever they stand, whatever stands around them', () => {
    const other = fc
      .string({ unit: 'binary', maxLength: 200 })
      .map((text) => text.replace(/[\p{L}\p{N}\p{M}]/gu, ' '))
    fc.assert(
      fc.property(fc.constantFrom(...firstDangerWords), other, other, (word, before, after) => {
        expect(find(`${before} ${word.toUpperCase()} ${after}`)).toContain(word)
      }),
    )
  })

  it('never stop the page, whatever was typed and whatever the list holds', () => {
    const text = fc.string({ unit: 'binary', maxLength: 4000 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, (list, typed) => {
        expect(Array.isArray(createDangerFinder(list)(typed))).toBe(true)
      }),
    )
  })

  it.each(['constructor', 'toString valueOf', 'hasOwnProperty'])('take the word %s as any other', (word) => {
    expect(find(`My dad is a ${word}`)).toEqual([])
    expect(createDangerFinder([word])(`He is a ${word}`)).toEqual([word])
  })

  it.each([
    ['one letter', 'a '],
    ['one endless word', 'a'],
    ['the start of a phrase', 'kill '],
    ['doubled letters', 'ss'],
    ['endings', 'inging'],
  ])('take work in proportion to the text: %s', (_, piece) => {
    const workOn = (times: number, atMost: number) => {
      let characters = 0
      const finder = createDangerFinder(firstDangerWords, (word) => {
        characters += word.length
        if (characters > atMost) throw new Error('it reads the same characters again and again')
        return stemOf(word)
      })
      characters = 0
      finder(piece.repeat(times))
      return characters
    }
    const work = workOn(1_000, 1_000_000)
    expect(work).toBeGreaterThan(0)
    // Were it squared, eighty times the text would be six thousand times the work.
    workOn(80_000, 81 * work)
  })
})
