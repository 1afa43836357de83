import type { Shortlist } from './shortlist.ts'

/** Longest first message that is made of a list, in characters: it leaves room for a question. */
const longestDraft = 3000

/**
 * The message to a navigator about a shortlist, for the family to finish and send. Notes stay on the device. `origin` is
 * the site's scheme and host.
 */
export function askDraft(list: Shortlist, origin: string): string {
  const lines: string[] = []
  for (const { name, href } of list) {
    const line = `- ${name}: ${origin}${href}`
    if ([...lines, line].join('\n').length > longestDraft) break
    lines.push(line)
  }
  const left = list.length - lines.length
  const more = left > 0 ? [`- and ${left} more`] : []
  return ['I would like to ask about these services:', ...lines, ...more, '', 'My question: '].join('\n')
}
