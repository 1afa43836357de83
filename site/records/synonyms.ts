import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { lines, listOf, text } from './field-kit.ts'

/** What families say and what our pages call it, in `synonyms.yaml`. The search looks for both. */
export const synonymsRecord = defineRecord({
  name: 'synonyms',
  label: 'Words families use',
  labelSingular: 'Words families use',
  extension: 'yaml',
  titleField: 'title',
  fields: {
    title: siteOnly(text({ label: 'Title', hint: 'Only editors see this name.', max: 80 })),
    words: siteOnly(
      listOf(
        {
          label: 'Words that mean the same',
          singular: 'word',
          hint: 'Someone who searches for what families say also finds what our pages call it.',
        },
        {
          find: text({
            label: 'What our pages call it',
            hint: 'Such as “speech and language therapy”.',
            max: 80,
          }),
          say: lines({
            label: 'What families say',
            hint: 'Such as “SALT” or “stammer”, one a line.',
            max: 60,
          }),
        },
      ),
    ),
  },
  body: null,
})

export type Synonyms = RecordOf<typeof synonymsRecord>
