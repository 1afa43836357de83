import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { easyReadPictures } from './easy-read-pictures.ts'
import { choice, listOf, optional, text } from './field-kit.ts'
import { reference } from './plain-fields.ts'

/** A guide in Easy Read: short sentences, one idea a line, a picture beside each. */
export const easyReadRecord = defineRecord({
  name: 'easy-read',
  label: 'Easy Read',
  labelSingular: 'Easy Read',
  extension: 'md',
  titleField: 'title',
  fields: {
    title: siteOnly(
      text({ label: 'Title', hint: 'A few easy words. For example “Help at school”.', max: 80 }),
    ),
    guide: siteOnly(
      reference({
        label: 'The guide that this is of',
        hint: 'The full guide that this makes easy. Type the first letters of its title.',
        to: 'guides',
        show: 'title',
      }),
    ),
    lines: siteOnly(
      listOf(
        { label: 'Lines', singular: 'line', hint: 'One idea a line.' },
        {
          heading: optional(
            text({
              label: 'Heading above it',
              hint: 'Where a new part begins. For example “Who can help”. Leave it out for all other lines.',
              max: 80,
            }),
          ),
          picture: choice({
            label: 'Picture',
            hint: 'The one that shows what the line says.',
            from: easyReadPictures,
          }),
          text: text({ label: 'Text', hint: 'One short sentence.', max: 120 }),
        },
      ),
    ),
    checkedBy: siteOnly(
      optional(
        text({
          label: 'Checked by',
          hint: 'The group of people with learning disabilities who checked it, and when. Never a name of a person.',
          max: 160,
        }),
      ),
    ),
  },
  body: null,
})

export type EasyRead = RecordOf<typeof easyReadRecord>

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function easyReadContradictions({ lines }: EasyRead): [string, string][] {
  return lines.length === 0 ? [['lines', 'There is nothing to read yet. Add a line']] : []
}
