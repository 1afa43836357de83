import type { Problem } from './check-together.ts'
import type { Glossary } from './glossary.ts'
import type { TextBlock } from './read-sections.ts'

/** A page as its abbreviations are looked at: its file, and all that a reader meets, in order. */
export interface ReadPage {
  readonly file: string
  readonly blocks: readonly TextBlock[]
}

/** Short forms that everybody knows better than their long ones. */
const everyday = new Set(['BBC', 'GOV', 'GP', 'ID', 'IT', 'NHS', 'OK', 'PDF', 'TV', 'UK'])

/** Capitals that stand together, such as SEN, SENCo or GPs; not GOV.UK, and not the names of forms, such as SEND35. */
const shortForm = /(?<![\w.])[A-Z]{2,}[a-z]?(?![\w]|\.[A-Z])/g

/**
 * Short forms that nobody explains: those that the glossary does not know, and those that a page uses before it writes
 * them out. The long form must stand beside the first use: in the same paragraph, or in the one after. A rule for our own
 * content and a warning for editors; it stops no release.
 */
export function abbreviationProblems(pages: readonly ReadPage[], terms: Glossary['terms']): Problem[] {
  const known = new Map(
    terms.flatMap(({ abbreviation, term }) =>
      abbreviation === undefined ? [] : [[abbreviation.toUpperCase(), term] as const],
    ),
  )
  return pages.flatMap(({ file, blocks }) =>
    [...firstUses(blocks)].flatMap(([short, index]) => {
      const message = wrongWith(short, known.get(short), blocks.slice(index, index + 2))
      return message === undefined ? [] : [{ file, field: 'body', message }]
    }),
  )
}

function wrongWith(
  short: string,
  long: string | undefined,
  beside: readonly TextBlock[],
): string | undefined {
  if (long === undefined)
    return `nobody explains “${short}”. Write it out, or add it to glossary.yaml as an abbreviation`
  return beside.some(({ text }) => saysLongForm(text, long))
    ? undefined
    : `“${short}” stands here first without its long form. Write “${long} (${short})”`
}

/** Each short form with the place of the block in which it first stands. */
function firstUses(blocks: readonly TextBlock[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  blocks.forEach(({ text }, index) => {
    for (const [found] of text.matchAll(shortForm)) {
      const short = found.replace(/s$/, '').toUpperCase()
      if (!everyday.has(short) && !uses.has(short)) uses.set(short, index)
    }
  })
  return uses
}

/** True when a text has the words of the long form, in whatever ending: “needs and disability”, “needs and disabilities”. */
function saysLongForm(text: string, long: string): boolean {
  const stems = long.match(/[\p{L}\p{N}]+/gu) ?? []
  const pattern = stems.map((word) => `${word.slice(0, 6)}[\\p{L}’']*`).join('[^\\p{L}\\p{N}]+')
  return new RegExp(`(?<!\\p{L})${pattern}`, 'iu').test(text)
}
