import { describe, expect, it } from 'vitest'
import { envelope, printPath, sayAbout, sayWanted } from './paper.ts'

const guide = { path: '/guides/a-guide/', title: 'A guide' }

describe('a request for paper', () => {
  it('puts name, address and postcode on the envelope, the postcode once', () => {
    const to = { name: 'Kim Lee', address: ' 1 Example Road \n\nSale\nM332UG', postcode: 'M33 2UG' }
    expect(envelope(to)).toBe('Kim Lee\n1 Example Road\nSale\nM33 2UG')
  })

  it('reads at the desk as the family asked it', () => {
    const wanted = { items: [guide], largePrint: true, easyRead: true, words: 'Thank you' }
    expect(sayWanted(wanted)).toBe(
      'Please post me a copy of:\n– A guide\nIn large print.\nIn Easy Read, where there is one.\n\nThank you',
    )
    expect(sayWanted({ items: [], largePrint: false, easyRead: false, words: 'Clubs in Sale' })).toBe(
      'Clubs in Sale',
    )
  })

  it('is called by its first page', () => {
    expect(sayAbout([])).toBe('Post a copy')
    expect(sayAbout([guide])).toBe('Post a copy: A guide')
    expect(sayAbout([guide, guide])).toBe('Post 2 pages: A guide …')
  })

  it('prints guides and pathways as booklets, all else as it is', () => {
    expect(printPath('/guides/a-guide/')).toBe('/guides/a-guide/print/')
    expect(printPath('/pathways/a-way/')).toBe('/pathways/a-way/print/')
    expect(printPath('/easy-read/a-guide/')).toBe('/easy-read/a-guide/')
  })
})
