import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linksInText } from './links-in-text.ts'

const hrefs = (text: string) => linksInText(text).flatMap(({ href }) => href ?? [])

describe('links in a message', () => {
  it('are found inside a sentence, without its full stop', () => {
    expect(linksInText('See https://example.org/help. Thank you')).toEqual([
      { text: 'See ', href: null, at: 0 },
      { text: 'https://example.org/help', href: 'https://example.org/help', at: 4 },
      { text: '. Thank you', href: null, at: 28 },
    ])
  })
  it('keep a bracket that belongs to the address', () => {
    expect(hrefs('(https://example.org/a_(b))')).toEqual(['https://example.org/a_(b)'])
    expect(hrefs('(https://example.org/a)')).toEqual(['https://example.org/a'])
  })
  it('are only http and https, without a user name', () => {
    expect(hrefs('javascript:alert(1) data:text/html,x ftp://example.org https://bank@example.org')).toEqual(
      [],
    )
    expect(hrefs('HTTPS://EXAMPLE.ORG/A')).toEqual(['https://example.org/A'])
  })
  it('stop at markup, which stays text', () => {
    expect(linksInText('<b>https://example.org/</b>')).toEqual([
      { text: '<b>', href: null, at: 0 },
      { text: 'https://example.org/', href: 'https://example.org/', at: 3 },
      { text: '</b>', href: null, at: 23 },
    ])
  })
  it('lose nothing of what was typed', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constant('https://example.org/x).'), fc.webUrl()))
    fc.assert(
      fc.property(pieces, (typed) => {
        const text = typed.join(' ')
        expect(
          linksInText(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
