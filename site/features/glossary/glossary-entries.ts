import type { Glossary } from '#records/glossary.ts'

type Term = Glossary['terms'][number]

/** An entry of the glossary page: a word with its meaning, or an abbreviation that leads to the word. */
export type GlossaryEntry =
  | { readonly kind: 'word'; readonly sortedBy: string; readonly id: string; readonly term: Term }
  | {
      readonly kind: 'abbreviation'
      readonly sortedBy: string
      readonly abbreviation: string
      readonly term: Term
    }

/** Entries that begin with the same letter, in the order of the alphabet. */
export interface GlossaryLetter {
  readonly letter: string
  readonly entries: readonly GlossaryEntry[]
}

/** Where a word stands on the glossary page. */
export function anchorOf({ key }: Pick<Term, 'key'>): string {
  return `word-${key}`
}

/** All words and abbreviations by letter. What begins with a digit or a sign stands under “0 to 9”, first. */
export function glossaryByLetter(terms: readonly Term[]): GlossaryLetter[] {
  const entries = terms
    .flatMap((term): GlossaryEntry[] => [
      { kind: 'word', sortedBy: term.term, id: anchorOf(term), term },
      ...(term.abbreviation === undefined
        ? []
        : [
            {
              kind: 'abbreviation' as const,
              sortedBy: term.abbreviation,
              abbreviation: term.abbreviation,
              term,
            },
          ]),
    ])
    .toSorted((a, b) => a.sortedBy.localeCompare(b.sortedBy, 'en-GB', { numeric: true }))
  const letters = [...new Set(entries.map(letterOf))].toSorted()
  return letters.map((letter) => ({ letter, entries: entries.filter((entry) => letterOf(entry) === letter) }))
}

function letterOf({ sortedBy }: GlossaryEntry): string {
  const [first = ''] = sortedBy.toUpperCase()
  return /[A-Z]/.test(first) ? first : '0 to 9'
}
