import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = 'docs/chat-guarantees.md'
const tables = readFileSync(page, 'utf8')
const rows = tables.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| promise |'))
const named = [...tables.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`: “([^|]+?)” \|/g)].map(
  ([, file = '', name = '']) => [file, name] as const,
)

describe('what families are promised in the chat', () => {
  it('names a test in every line', () => {
    expect(named.length).toBe(rows.filter((line) => !line.startsWith('| there |')).length)
    expect(named.length).toBeGreaterThan(25)
  })

  it.each(named)('is held by a test that is there: %s, %s', (file, name) => {
    expect(existsSync(file), file).toBe(true)
    expect(readFileSync(file, 'utf8').replaceAll("\\'", "'")).toContain(name)
  })
})
