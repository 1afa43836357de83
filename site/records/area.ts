import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, group, lines, listOf, optional, paragraph, text, wholeNumber, yesNo } from './field-kit.ts'
import { mapTiles } from './map-tiles.ts'
import { colour, date, email, telephone, time, webAddress } from './plain-fields.ts'
import { weekdays } from './taxonomy.ts'

/** The authority's area and its settings, in `area.yaml`. */
export const areaRecord = defineRecord({
  name: 'area',
  label: 'Area settings',
  labelSingular: 'Area settings',
  extension: 'yaml',
  titleField: 'name',
  fields: {
    name: siteOnly(text({ label: 'Name of the area', max: 80 })),
    authority: siteOnly(text({ label: 'Name of the council', max: 80 })),
    demonstration: siteOnly(
      yesNo({
        label: 'Demonstration',
        hint: 'Yes shows a banner on every page and keeps search engines out.',
      }),
    ),
    banner: siteOnly(optional(text({ label: 'Banner', hint: 'Shown on every page.', max: 200 }))),
    guidanceNotice: siteOnly(
      optional(
        paragraph({
          label: 'Notice above all guidance',
          hint: 'For example, while the law is about to change.',
          max: 300,
        }),
      ),
    ),
    brandColour: siteOnly(colour({ label: 'Brand colour' })),
    contact: siteOnly(
      group(
        { label: 'The navigators' },
        {
          team: text({ label: 'Name of the team', max: 80 }),
          telephone: telephone({ label: 'Telephone' }),
          email: email({ label: 'Email' }),
          address: lines({ label: 'Postal address', hint: 'One line each.' }),
          relayUk: yesNo({ label: 'Takes Relay UK calls' }),
        },
      ),
    ),
    openingHours: siteOnly(
      listOf(
        { label: 'When navigators answer', singular: 'day', control: 'rows' },
        {
          day: choice({ label: 'Day', from: weekdays }),
          opens: time({ label: 'Opens' }),
          closes: time({ label: 'Closes' }),
        },
      ),
    ),
    bankHolidays: siteOnly(
      listOf(
        { label: 'Bank holidays', singular: 'bank holiday', control: 'rows' },
        { on: date({ label: 'Date' }), name: text({ label: 'Name', max: 60 }) },
      ),
    ),
    emergency: siteOnly(
      group(
        { label: 'When someone is in danger', hint: 'Real numbers only: people in danger read this.' },
        {
          call: text({ label: 'Number to call', max: 20 }),
          childConcern: text({ label: 'Worried about a child', hint: 'What to do, day and night.' }),
          childConcernLink: optional(webAddress({ label: 'Link' })),
          childConcernTelephone: optional(telephone({ label: 'Telephone' })),
          outOfHoursTelephone: optional(
            telephone({ label: 'Telephone in the evening, at night and at weekends' }),
          ),
          adultConcernTelephone: optional(
            telephone({ label: 'Telephone when somebody is worried about an adult (18 or over)' }),
          ),
        },
      ),
    ),
    helpdesk: siteOnly(
      group(
        { label: 'Helpdesk' },
        {
          retentionDays: wholeNumber({
            label: 'Days that the text of a conversation is kept',
            min: 1,
            max: 730,
          }),
          replyWorkingDays: wholeNumber({ label: 'Working days to answer a message', min: 1, max: 20 }),
          chatWaitMinutes: optional(
            wholeNumber({
              label: 'Minutes that a chat should wait at most',
              hint: 'The desk marks chats that wait longer as late. 5 when left empty.',
              min: 1,
              max: 120,
            }),
          ),
          privacyPromise: paragraph({ label: 'What we promise about privacy', max: 400 }),
          concernMinutes: optional(
            wholeNumber({
              label: 'Minutes for a lead to answer a safeguarding concern',
              hint: 'Day and night. 30 when left empty.',
              min: 1,
              max: 1440,
            }),
          ),
          concernEscalation: optional(
            email({
              label: 'Email when no lead answers a safeguarding concern',
              hint: 'Somebody who reads it day and night. The email says nothing about the family.',
            }),
          ),
        },
      ),
    ),
    accessibilityStatement: siteOnly(
      group(
        { label: 'Accessibility statement' },
        {
          preparedOn: date({ label: 'Prepared on' }),
          testedOn: date({ label: 'Last tested on' }),
          answerWorkingDays: wholeNumber({ label: 'Working days to answer', min: 1, max: 30 }),
        },
      ),
    ),
    directorates: siteOnly(
      listOf(
        {
          label: 'Directorates',
          hint: 'The parts of the council that look after organisations of their own. Leave it empty where all editors look after all of them.',
          singular: 'directorate',
        },
        { name: text({ label: 'Name', max: 80 }) },
      ),
    ),
    mapTiles: siteOnly(mapTiles),
    schemaVersion: siteOnly(wholeNumber({ label: 'Version of the record format', min: 1, max: 999 })),
  },
  body: null,
})

export type Area = RecordOf<typeof areaRecord>
