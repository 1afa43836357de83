import {
  choice,
  choices,
  degrees,
  group,
  lines,
  listOf,
  optional,
  paragraph,
  text,
  wholeNumber,
  yesNo,
} from './field-kit.ts'
import { date, email, postcode, telephone, time, webAddress } from './plain-fields.ts'
import { needs, partsOfTheYear, weekdays } from './taxonomy.ts'

/** The groups of a service record, in the order in which a provider fills them in. */

export const whoFor = group(
  { label: 'Who it is for', open: true },
  {
    needs: choices({ label: 'Needs', hint: 'Leave empty if it is for everyone.', from: needs }),
    youngest: optional(
      wholeNumber({ label: 'Youngest age', hint: 'In years. Birth is 0.', min: 0, max: 25 }),
    ),
    oldest: optional(
      wholeNumber({
        label: 'Oldest age',
        hint: 'In years. If adults can use it too, write 25.',
        min: 0,
        max: 25,
      }),
    ),
    whoCanUse: optional(
      paragraph({
        label: 'Who can use it',
        hint: 'For example: “Children registered with a doctor in the area. No diagnosis needed.”',
      }),
    ),
    coverage: optional(
      choice({
        label: 'Where people can live',
        hint: 'To use it. Leave it out if nobody asks.',
        from: [
          { id: 'near', label: 'Around its places' },
          { id: 'area-wide', label: 'Anywhere in the area' },
          { id: 'beyond', label: 'The area and beyond' },
        ],
      }),
    ),
    areas: optional(
      lines({
        label: 'Towns and wards',
        hint: 'If it is only for some parts of the area, name them, one a line. For example “Sale”.',
        max: 80,
      }),
    ),
    outOfArea: optional(
      yesNo({ label: 'Outside the area', hint: 'Yes if families travel out of the area to use it.' }),
    ),
  },
)

/** How families get it: ways in, who decides, how long it takes and what it costs. */
export const gettingIt = group(
  { label: 'Getting it', open: true },
  {
    howIn: choices({
      label: 'How to get in',
      hint: 'Choose every way there is.',
      from: [
        { id: 'drop-in', label: 'Just come' },
        { id: 'self', label: 'You can ask for it yourself' },
        { id: 'professional', label: 'A professional asks for you' },
        { id: 'council', label: 'The council decides' },
      ],
    }),
    whoRefers: optional(
      text({
        label: 'Who can ask for you',
        hint: 'If a professional asks: which ones. For example “Your GP, health visitor or school”.',
      }),
    ),
    howToApply: optional(
      paragraph({
        label: 'How to apply',
        hint: 'What to do first, and who to speak to. For example: “Call us. We fill in the form with you.”',
      }),
    ),
    applyLink: optional(
      webAddress({
        label: 'Form to apply',
        hint: 'Where families can ask for it online: the whole address, starting with https://',
      }),
    ),
    eligibility: optional(
      paragraph({
        label: 'Who can have it',
        hint: 'The rule itself, in plain words. Not “subject to criteria”: write the criteria.',
      }),
    ),
    whoDecides: optional(
      paragraph({
        label: 'Who decides',
        hint: 'For example: “A senior therapist looks at each request every week.”',
      }),
    ),
    usualWait: optional(
      group(
        { label: 'Usual wait' },
        {
          weeks: wholeNumber({
            label: 'Weeks',
            hint: 'What most families wait now, not the target. Less than a week is 0.',
            min: 0,
            max: 260,
          }),
          until: optional(
            text({ label: 'Until', hint: 'What comes then. For example “the first meeting”.', max: 80 }),
          ),
          measuredOn: date({
            label: 'Measured on',
            hint: 'The day on which you looked. A wait without a date tells little.',
          }),
        },
      ),
    ),
    free: optional(
      yesNo({ label: 'Free to use', hint: 'Yes if families pay nothing for the service itself.' }),
    ),
    costs: listOf(
      { label: 'Costs', singular: 'cost', hint: 'A free service may still have costs, such as a trip.' },
      {
        what: text({ label: 'What for', hint: 'For example “A morning” or “Carers”.' }),
        pounds: optional(degrees({ label: 'Pounds', hint: 'For example 4.50', min: 0, max: 100_000 })),
        note: optional(text({ label: 'Note', hint: 'For example “Half price with Universal Credit”.' })),
      },
    ),
  },
)

export const when = group(
  { label: 'When', open: true },
  {
    times: listOf(
      {
        label: 'Regular times',
        singular: 'set of hours',
        hint: 'Days with the same hours go together, such as Monday to Friday, 9am to 5pm.',
        control: 'rows',
      },
      {
        days: choices({ label: 'Days', from: weekdays, least: 1 }),
        opens: time({ label: 'Opens' }),
        closes: time({ label: 'Closes' }),
        period: optional(choice({ label: 'Part of the year', from: partsOfTheYear })),
      },
    ),
    sessions: listOf(
      {
        label: 'Single sessions',
        singular: 'session',
        hint: 'Dates that do not repeat. Past ones leave the page by themselves.',
        control: 'rows',
      },
      {
        on: date({ label: 'Date' }),
        opens: time({ label: 'Starts' }),
        closes: time({ label: 'Ends' }),
        note: optional(text({ label: 'What it is', hint: 'For example “Open day”', max: 80 })),
      },
    ),
    notes: optional(
      paragraph({
        label: 'Notes on times',
        hint: 'For example: “Closed on bank holidays. Quietest before 10am.”',
      }),
    ),
  },
)

/** How and at which places it happens, and who may not see where. */
export const where = group(
  { label: 'Where', open: true },
  {
    delivery: choices({
      label: 'How it happens',
      hint: 'Choose every way there is.',
      from: [
        { id: 'in-person', label: 'In person' },
        { id: 'at-home', label: 'At your home' },
        { id: 'online', label: 'Online or by telephone' },
      ],
    }),
    confidentialAddress: optional(
      yesNo({
        label: 'The address is confidential',
        hint: 'If yes, leave the places empty: we never store the address.',
      }),
    ),
    places: listOf(
      {
        label: 'Places',
        singular: 'place',
        hint: 'The postcode puts the place on the map.',
        control: 'places',
      },
      {
        name: optional(text({ label: 'Name of the place', hint: 'For example “Sale Library”' })),
        address: optional(text({ label: 'Street and number', hint: 'For example “12 School Road”' })),
        town: optional(text({ label: 'Town' })),
        postcode: postcode({ label: 'Postcode', hint: 'For example M33 2UG' }),
        latitude: optional(degrees({ label: 'Latitude', min: 49, max: 61 })),
        longitude: optional(degrees({ label: 'Longitude', min: -9, max: 2 })),
        uprn: optional(
          text({
            label: 'Number of the building (UPRN)',
            hint: 'From the national list of addresses. Leave it empty if you do not know it.',
            max: 12,
          }),
        ),
      },
    ),
  },
)

export const contact = group(
  { label: 'Contact', open: true },
  {
    telephone: optional(
      telephone({ label: 'Telephone', hint: 'One that somebody answers, in groups: 01632 960 014.' }),
    ),
    email: optional(
      email({ label: 'Email', hint: 'A team’s address, not a person’s. For example hello@club.example.org' }),
    ),
    relayUk: optional(
      yesNo({ label: 'Takes Relay UK calls', hint: 'For people who type what they say on the telephone.' }),
    ),
    website: optional(
      webAddress({
        label: 'Website',
        hint: 'The page of this service, not the front page, if there is one.',
      }),
    ),
    social: lines({
      label: 'Social media',
      hint: 'The whole address, one a line. For example https://social.example.org/club',
    }),
  },
)
