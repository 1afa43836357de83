import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanText } from '#records/check-markdown.ts'
import { asMarkdown, cutTo, plainLine, plainText } from './plain-text.ts'

describe('text of a feed', () => {
  it.each([
    ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['One.<br/>Two.', 'One.\nTwo.'],
    ['Fish &amp; chips&nbsp;', 'Fish & chips'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<style>p{}</style>Hi<script>alert(1)</script><iframe src="x">no</iframe>', 'Hi'],
    ['<a href="javascript:alert(1)">Click</a>', 'Click'],
    ['<a href="https://example.org/">here</a>', 'here (https://example.org/)'],
    ['&lt;p&gt;Twice &lt;b&gt;escaped&lt;/b&gt;&lt;/p&gt;', 'Twice escaped'],
    ['Plain.\r\n\r\nWith  lines.\u0000\u202e', 'Plain.\n\nWith lines.'],
    ['Ages 3 < 5', 'Ages 3 < 5'],
    ['<p>unclosed', 'unclosed'],
  ])('%j becomes %j', (html, text) => {
    expect(plainText(html)).toBe(text)
  })

  it('that says nothing is not stated', () => {
    for (const blank of [undefined, '', '  ', '<p></p>', '&nbsp;']) expect(plainText(blank)).toBeUndefined()
    expect(plainLine('<p>One.</p><p>Two.</p>')).toBe('One. Two.')
  })

  it.each([
    '<script>alert(1)</script>',
    '# big',
    '![x](y)',
    '[a](javascript:b)',
    '&lt;b&gt;',
    '---\nx',
    '***',
  ])('%j never becomes more than words in a record', (text) => {
    expect(scanText(asMarkdown(text), 'md')).toEqual({ problems: [], links: [] })
  })

  it('never becomes more than words, whatever it is', () => {
    const parts = fc.constantFrom(
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '#',
      '\n',
      ' ',
      'a',
      ':',
      '&lt;',
      '`',
      '|',
      '-',
      '=',
      '\\',
      '~',
      '+',
      '1.',
      '$',
      '{',
      '\t',
      '<b>',
      '<!--',
      'http://',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 25 }), (all) => {
        const { problems } = scanText(asMarkdown(plainText(all.join('')) ?? ''), 'md')
        expect(problems).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is cut behind a sentence, or at a word', () => {
    expect(cutTo('A sentence that is whole. And one that is not', 35)).toBe('A sentence that is whole.')
    expect(cutTo('word '.repeat(20), 18)).toBe('word word word…')
    expect(cutTo('short', 18)).toBe('short')
  })
})
