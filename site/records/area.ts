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
    name: siteOnly(
      text({ label: 'Name of the area', hint: 'As people there say it. It stands on many pages.', max: 80 }),
    ),
    authority: siteOnly(
      text({ label: 'Name of the council', hint: 'In full, as it stands on its letters.', max: 80 }),
    ),
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
    brandColour: siteOnly(
      colour({
        label: 'Brand colour',
        hint: 'A # and six digits or letters from a to f, such as #0b5a5e. White text on it must be easy to read.',
      }),
    ),
    contact: siteOnly(
      group(
        { label: 'The navigators' },
        {
          team: text({
            label: 'Name of the team',
            hint: 'As they answer the telephone. For example “The Local Offer navigators”.',
            max: 80,
          }),
          telephone: telephone({
            label: 'Telephone',
            hint: 'One that somebody answers, in groups: 01632 960 014',
          }),
          email: email({
            label: 'Email',
            hint: 'The team’s address, never one person’s: others must be able to read it too.',
          }),
          address: lines({ label: 'Postal address', hint: 'One line each.' }),
          relayUk: yesNo({
            label: 'Takes Relay UK calls',
            hint: 'Yes if staff know how to answer them. Pages then show the number with 18001 before it.',
          }),
        },
      ),
    ),
    openingHours: siteOnly(
      listOf(
        {
          label: 'When navigators answer',
          hint: 'The telephone and the chat. One line for each day on which they are open.',
          singular: 'day',
          control: 'rows',
        },
        {
          day: choice({ label: 'Day', from: weekdays }),
          opens: time({ label: 'Opens' }),
          closes: time({ label: 'Closes' }),
        },
      ),
    ),
    bankHolidays: siteOnly(
      listOf(
        {
          label: 'Bank holidays',
          hint: 'Days on which nobody answers. Add those of next year each autumn.',
          singular: 'bank holiday',
          control: 'rows',
        },
        { on: date({ label: 'Date' }), name: text({ label: 'Name', max: 60 }) },
      ),
    ),
    emergency: siteOnly(
      group(
        { label: 'When someone is in danger', hint: 'Real numbers only: people in danger read this.' },
        {
          call: text({
            label: 'Number to call',
            hint: 'For danger now. Digits alone: pages make a link of it. Have a second person check it.',
            max: 20,
          }),
          childConcern: text({ label: 'Worried about a child', hint: 'What to do, day and night.' }),
          childConcernLink: optional(
            webAddress({ label: 'Link', hint: 'Where the words above lead, starting with https://' }),
          ),
          childConcernTelephone: optional(
            telephone({
              label: 'Telephone',
              hint: 'For worries about a child. Call it yourself before you publish it.',
            }),
          ),
          outOfHoursTelephone: optional(
            telephone({
              label: 'Telephone in the evening, at night and at weekends',
              hint: 'Only if it is another number. Call it yourself, out of hours, before you publish it.',
            }),
          ),
          adultConcernTelephone: optional(
            telephone({
              label: 'Telephone when somebody is worried about an adult (18 or over)',
              hint: 'Navigators see it at the desk. Call it yourself before you publish it.',
            }),
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
            hint: 'Counted from the last thing that happened in it. For example 90. Families read this number.',
            min: 1,
            max: 730,
          }),
          replyWorkingDays: wholeNumber({
            label: 'Working days to answer a message',
            hint: 'A promise that families read. Choose what you can keep. For example 2.',
            min: 1,
            max: 20,
          }),
          chatWaitMinutes: optional(
            wholeNumber({
              label: 'Minutes that a chat should wait at most',
              hint: 'The desk marks chats that wait longer as late. 5 when left empty.',
              min: 1,
              max: 120,
            }),
          ),
          privacyPromise: paragraph({
            label: 'What we promise about privacy',
            hint: 'Shown before a chat and on the privacy page. Say too when something must be passed on.',
            max: 400,
          }),
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
          preparedOn: date({
            label: 'Prepared on',
            hint: 'The day on which the statement was first written.',
          }),
          testedOn: date({ label: 'Last tested on', hint: 'The day of the last test of the whole site.' }),
          answerWorkingDays: wholeNumber({
            label: 'Working days to answer',
            hint: 'How soon you answer people who tell you of a barrier. For example 2.',
            min: 1,
            max: 30,
          }),
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
        { name: text({ label: 'Name', hint: 'For example “Children’s services”.', max: 80 }) },
      ),
    ),
    mapTiles: siteOnly(mapTiles),
    schemaVersion: siteOnly(
      wholeNumber({
        label: 'Version of the record format',
        hint: 'Leave it as it is. Only an update of the software changes it.',
        min: 1,
        max: 999,
      }),
    ),
  },
  body: null,
})

export type Area = RecordOf<typeof areaRecord>
