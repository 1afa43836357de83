import { describe, expect, it } from 'vitest'
import { readYaml } from './read-yaml.ts'

describe('YAML', () => {
  it('is read as people write it: dates, times and telephone numbers stay words', () => {
    const text = 'on: 2026-10-03\nopens: 09:30\ntelephone: 01632 960 149\nfree: true\nweeks: 3\nnotice:\n'
    expect(readYaml(text)).toEqual({
      on: '2026-10-03',
      opens: '09:30',
      telephone: '01632 960 149',
      free: true,
      weeks: 3,
      notice: null,
    })
  })
  it('may be empty', () => {
    expect(readYaml('')).toBeUndefined()
  })
  it('is refused when a name stands twice', () => {
    expect(() => readYaml('a: 1\na: 2\n')).toThrow(/duplicated mapping key/)
  })
  it('is refused when it points to its own parts: a short text could hold millions', () => {
    expect(() => readYaml('a: &a [x]\nb: [*a, *a]\n')).toThrow(/Do not point to one with an asterisk/)
  })
  it('is refused when it nests without end', () => {
    expect(() => readYaml(`a: ${'['.repeat(50_000)}`)).toThrow(/nesting/)
    expect(() => readYaml(`a: ${'['.repeat(60)}${']'.repeat(60)}`)).toThrow(/inside each other/)
  })
})
