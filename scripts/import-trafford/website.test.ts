import { describe, expect, it } from 'vitest'
import { hostOf } from '#records/web-host.ts'
import { websiteFrom } from './website.ts'

describe('a website of a source file', () => {
  it('gets a scheme when it has none', () => {
    expect(websiteFrom('www.example.org/school').value).toBe('https://www.example.org/school')
  })

  it('keeps the scheme and the query that it has', () => {
    expect(websiteFrom('http://example.org/page?id=7').value).toBe('http://example.org/page?id=7')
  })

  it('loses the tags of an advertising campaign', () => {
    expect(websiteFrom('http://example.org/gym?utm_source=local&utm_medium=organic').value).toBe(
      'http://example.org/gym',
    )
  })

  it('is left out when it is no address', () => {
    expect(websiteFrom('see our page').omitted).toMatch(/not a web address/)
  })

  it('belongs to one organisation with and without www', () => {
    expect(hostOf('http://www.example.org/a')).toBe(hostOf('https://example.org/b'))
  })
})
