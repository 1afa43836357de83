import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { listOf, optional, paragraph, text } from './field-kit.ts'

/** Words that families meet and what they mean, in `glossary.yaml`. */
export const glossaryRecord = defineRecord({
  name: 'glossary',
  label: 'Glossary',
  labelSingular: 'Glossary',
  extension: 'yaml',
  titleField: 'title',
  fields: {
    title: siteOnly(text({ label: 'Title', hint: 'Only editors see this name.', max: 80 })),
    terms: siteOnly(
      listOf(
        { label: 'Words', hint: 'In any order: the page sorts them by letter.', singular: 'word' },
        {
          term: text({
            label: 'Word',
            hint: 'The long form, such as “special educational needs”. Small first letter unless it is a name.',
            max: 100,
          }),
          abbreviation: optional(
            text({ label: 'Abbreviation', hint: 'Such as “SEN”. Each stands here once.', max: 20 }),
          ),
          meaning: paragraph({ label: 'What it means', hint: 'One or two plain sentences.', max: 500 }),
          nowCalled: optional(
            text({ label: 'Is now called', hint: 'For an old word: what people say today.', max: 100 }),
          ),
        },
      ),
    ),
  },
  body: null,
})

export type Glossary = RecordOf<typeof glossaryRecord>

/** Rules between words. Gives `[field, sentence]` pairs. */
export function glossaryContradictions({ terms }: Glossary): [string, string][] {
  return [...twice(terms, 'term'), ...twice(terms, 'abbreviation')]
}

function twice(terms: Glossary['terms'], field: 'term' | 'abbreviation'): [string, string][] {
  const seen = new Set<string>()
  return terms.flatMap((each, index): [string, string][] => {
    const word = each[field]?.toLowerCase()
    if (word === undefined) return []
    const again = seen.has(word)
    seen.add(word)
    return again
      ? [[`terms.${index}.${field}`, `“${each[field]}” stands here twice. Make one entry of both`]]
      : []
  })
}
