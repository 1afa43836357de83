import { defineRecord, type RecordOf, shared, siteOnly } from './define-record.ts'
import { optional, paragraph, text } from './field-kit.ts'
import { email, telephone, webAddress } from './plain-fields.ts'

/** An organisation that runs services. It holds no personal data. */
export const providerRecord = defineRecord({
  name: 'providers',
  label: 'Providers',
  labelSingular: 'Provider',
  extension: 'md',
  titleField: 'name',
  fields: {
    name: shared(
      'name',
      text({ label: 'Name', hint: 'As people know it. For example “42nd Street”.', max: 120 }),
    ),
    description: shared(
      'description',
      paragraph({
        label: 'What it does',
        hint: 'One or two sentences. For example: “A charity for young people’s mental health.”',
        max: 400,
      }),
    ),
    website: shared(
      'website',
      optional(webAddress({ label: 'Website', hint: 'The front page, starting with https://' })),
    ),
    email: shared(
      'email',
      optional(
        email({
          label: 'Email',
          hint: 'A team’s address, not a person’s. For example hello@club.example.org',
        }),
      ),
    ),
    telephone: siteOnly(
      optional(
        telephone({ label: 'Telephone', hint: 'One that somebody answers, in groups: 01632 960 014.' }),
      ),
    ),
    source: siteOnly(
      text({ label: 'Where this record comes from', hint: 'For example “The organisation itself”.' }),
    ),
    // The key of one of the area's directorates. The CMS offers them by name.
    directorate: siteOnly(
      optional(
        text({
          label: 'Directorate',
          hint: 'Who at the council looks after these records. Leave it empty for the editors of the whole area.',
          max: 100,
        }),
      ),
    ),
  },
  body: null,
})

export type Provider = RecordOf<typeof providerRecord>
