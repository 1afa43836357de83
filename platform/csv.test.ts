import { expect, it } from 'vitest'
import { csvText } from './csv.ts'

it('keeps values with commas, quotes and new lines whole', () => {
  expect(
    csvText([
      ['who', 'what'],
      ['Ada', 'said "yes, please"\nand left'],
    ]),
  ).toBe('\uFEFFwho,what\r\nAda,"said ""yes, please""\nand left"\r\n')
})

it('never lets a value be a formula', () => {
  expect(csvText([['=1+1', '-2', '@SUM(A1)', 'plain']])).toBe("\uFEFF'=1+1,'-2,'@SUM(A1),plain\r\n")
})
