import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeNextPath } from './next-path.ts'

describe('where to go after signing in', () => {
  it.each(['/desk/', '/admin/?x=1#/collections/services', '/services/a-b/'])('may be %s', (path) => {
    expect(safeNextPath(path)).toBe(path)
  })

  it.each([
    'https://evil.example.org/',
    '//evil.example.org/',
    '/\\evil.example.org/',
    '\\\\evil.example.org',
    '/.//evil.example.org/',
    '/a/..//evil.example.org/',
    '/\tdesk/',
    '/\n//evil.example.org',
    'javascript:alert(1)',
    'desk/',
    '',
    `/${'a'.repeat(600)}`,
    undefined,
  ])('is never %j', (path) => {
    expect(safeNextPath(path)).toBeUndefined()
  })

  it('never leads to another site, whatever was asked', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      ':',
      '@',
      'evil.example.org',
      '%2f',
      '?',
      '#',
      'a',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = safeNextPath(`/${parts.join('')}`)
        if (path !== undefined) {
          expect(new URL(path, 'https://offer.example.org/sign-in/').origin).toBe('https://offer.example.org')
        }
      }),
    )
  })
})
