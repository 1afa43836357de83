import type { RawRecord } from './read-content.ts'
import { coveringPage, guidancePage } from './read-guidance.ts'

/**
 * Items of the law that a page says it answers under a heading that it does not have. Gives `[field, sentence]` pairs.
 * Takes a record whose fields and text are sound.
 */
export function answersWithoutSection(raw: RawRecord): [string, string][] {
  const page = guidancePage(raw)
  if (page === undefined) return []
  const { answers, sections } = coveringPage(page)
  const headings = sections.map(({ heading }) => heading)
  return answers.flatMap(({ section }, index): [string, string][] =>
    headings.includes(section)
      ? []
      : [
          [
            `answers.${index}.section`,
            `there is no heading “${section}” on this page. Use one of: ${headings.join(', ') || 'none yet'}`,
          ],
        ],
  )
}
