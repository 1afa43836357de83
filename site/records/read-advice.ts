import { abbreviationProblems } from './abbreviations.ts'
import { capital } from './capital.ts'
import { fewestWords } from './coverage.ts'
import { easyReadRecord } from './easy-read.ts'
import type { Glossary } from './glossary.ts'
import type { RawRecord } from './read-content.ts'
import { coveringPage, easyReadText, guidancePage, textOf } from './read-guidance.ts'
import { readingAge } from './reading-age.ts'

/** How old a reader of families’ pages, and of Easy Read, may have to be. */
export const readingLimits = { families: 11, easyRead: 9 } as const

/**
 * What a writer of guidance should know of a page that is sound: that it is hard to read, that nobody explains a short
 * form, that a section is too short to answer what the law asks, that its check is overdue. Sentences; none when all is well. Nothing of it stops a save.
 * `today` is `YYYY-MM-DD`.
 */
export function adviceOn(raw: RawRecord, glossary: Glossary | undefined, today: string): string[] {
  const known = glossaryWords(glossary)
  if (raw.collection === 'easy-read') {
    const lines = easyReadText(easyReadRecord.schema.parse(raw.data))
    return readingAdvice(lines, known, readingLimits.easyRead)
  }
  const page = guidancePage(raw)
  if (page === undefined) return []
  const blocks = textOf(page)
  const texts = blocks.filter(({ depth }) => depth === 0)
  // The summary comes first. It has one sentence, and no room to explain.
  const unexplained = abbreviationProblems(
    [{ file: raw.path, blocks: blocks.slice(1) }],
    glossary?.terms ?? [],
  ).map(({ message }) => `${capital(message)}.`)
  const { answers, sections } = coveringPage(page)
  const short = answers
    .flatMap(({ section }) => sections.filter(({ heading }) => heading === section))
    .filter(({ words }) => words < fewestWords)
    .map(
      ({ heading, words }) =>
        `“${heading}” has ${words} words. To answer what the law asks it needs ${fewestWords}.`,
    )
  const { reviewDue } = page.data
  const overdue = reviewDue < today ? [`The check of this page was due on ${reviewDue}.`] : []
  return [
    ...readingAdvice(
      texts.map(({ text }) => text),
      known,
      readingLimits.families,
    ),
    ...unexplained,
    ...short,
    ...overdue,
  ]
}

/** The words of a glossary, long and short forms. */
export function glossaryWords(glossary: Glossary | undefined): string[] {
  return (glossary?.terms ?? []).flatMap(({ term, abbreviation }) =>
    abbreviation === undefined ? [term] : [term, abbreviation],
  )
}

function readingAdvice(texts: readonly string[], known: readonly string[], limit: number): string[] {
  const { age, hard } = readingAge(texts, known, limit)
  if (age <= limit) return []
  const [hardest] = hard
  const begin = hardest === undefined ? '' : ` Begin with: “${hardest.sentence}”`
  return [`A reader must be ${age} years old for this page. It should be ${limit} or less.${begin}`]
}
