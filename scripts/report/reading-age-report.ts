import { easyReadRecord } from '#records/easy-read.ts'
import { glossaryRecord } from '#records/glossary.ts'
import { glossaryWords, readingLimits } from '#records/read-advice.ts'
import { easyReadText, textOf } from '#records/read-guidance.ts'
import { type ReadingAge, readingAge } from '#records/reading-age.ts'
import { serviceRecord } from '#records/service.ts'
import { guidancePages } from './guidance-records.ts'
import type { Report } from './report.ts'
import { rawRecords, recordsOf } from './stored-records.ts'

/** The reading age of one page, or of the summaries of all services, with the limit that holds for it, in years. */
export interface ReadingAgeRow extends ReadingAge {
  readonly path: string
  readonly limit: number
  readonly ok: boolean
}

/** How old a reader must be for each page of guidance, each Easy Read page and the services’ summaries. */
export function readingAges(contentDir: string): ReadingAgeRow[] {
  const known = recordsOf(contentDir, glossaryRecord).flatMap(glossaryWords)
  const row = (path: string, texts: readonly string[], limit: number): ReadingAgeRow => {
    const found = readingAge(texts, known, limit)
    return { path, limit, ok: found.age <= limit, ...found }
  }
  const guidance = guidancePages(contentDir).map((page) => {
    const texts = textOf(page).filter(({ depth }) => depth === 0)
    return row(
      `${page.collection}/${page.slug}`,
      texts.map(({ text }) => text),
      readingLimits.families,
    )
  })
  const easyRead = rawRecords(contentDir, 'easy-read').map(({ slug, data }) =>
    row(`easy-read/${slug}`, easyReadText(easyReadRecord.schema.parse(data)), readingLimits.easyRead),
  )
  const summaries = recordsOf(contentDir, serviceRecord).map(({ summary }) => summary)
  return [...guidance, ...easyRead, row('services (summaries)', summaries, readingLimits.families)]
}

/** The same as a report, the hardest first, with the sentences to begin with. */
export function readingAgeReport(contentDir: string): Report {
  const rows = readingAges(contentDir).sort((a, b) => b.age - b.limit - (a.age - a.limit))
  return { rows, text: rows.flatMap(linesOf).join('\n') }
}

/** Sentences shown of each page: enough to begin with. */
const shownSentences = 3

function linesOf({ path, age, limit, ok, words, leftOut, hard }: ReadingAgeRow): string[] {
  const share = `${Math.round(leftOut * 100)} % names and glossary words`
  return [
    `${ok ? 'ok      ' : 'TOO HARD'}  ${age.toFixed(1).padStart(4)} of ${limit}  ${path}  (${words} words, ${share})`,
    ...hard.slice(0, shownSentences).map((each) => `            ${each.age.toFixed(1)}  ${each.sentence}`),
  ]
}
