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
    name: shared('name', text({ label: 'Name', max: 120 })),
    description: shared('description', paragraph({ label: 'What it does', max: 400 })),
    website: shared('website', optional(webAddress({ label: 'Website' }))),
    email: shared('email', optional(email({ label: 'Email', hint: 'A team’s address, not a person’s.' }))),
    telephone: siteOnly(optional(telephone({ label: 'Telephone' }))),
    source: siteOnly(text({ label: 'Where this record comes from' })),
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
