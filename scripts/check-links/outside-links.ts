import { scanText } from '#records/check-markdown.ts'
import type { RawRecord } from '#records/read-content.ts'

/** Every web address outside the site that these records name, in fields and text, with the files that name it. */
export function outsideLinks(records: readonly RawRecord[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const { path, collection, data, body } of records) {
    const links = [...stringsIn(data), ...scanText(body, collection === 'guides' ? 'mdx' : 'md').links]
    for (const link of links.filter((each) => /^https?:\/\//.test(each)))
      found.set(link, (found.get(link) ?? new Set()).add(path))
  }
  return new Map(
    [...found].sort(([a], [b]) => a.localeCompare(b)).map(([link, files]) => [link, [...files].sort()]),
  )
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn)
  return []
}
