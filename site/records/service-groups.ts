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
  yesNoAsk,
} from './field-kit.ts'
import { date, email, postcode, telephone, time, webAddress } from './plain-fields.ts'
import { needs, weekdays } from './taxonomy.ts'

/** The groups of a service record, in the order in which a provider fills them in. */

export const whoFor = group(
  { label: 'Who it is for' },
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
        from: [
          { id: 'near', label: 'Around its places' },
          { id: 'area-wide', label: 'Anywhere in the area' },
          { id: 'beyond', label: 'The area and beyond' },
        ],
      }),
    ),
    outOfArea: optional(
      yesNo({ label: 'Outside the area', hint: 'Yes if families travel out of the area to use it.' }),
    ),
  },
)

export const gettingIt = group(
  { label: 'Getting it' },
  {
    howIn: choices({
      label: 'How to get in',
      from: [
        { id: 'drop-in', label: 'Just come' },
        { id: 'self', label: 'You can ask for it yourself' },
        { id: 'professional', label: 'A professional asks for you' },
        { id: 'council', label: 'The council decides' },
      ],
    }),
    howToApply: optional(
      paragraph({ label: 'How to apply', hint: 'What to do first, and who to speak to.' }),
    ),
    eligibility: optional(paragraph({ label: 'Who can have it', hint: 'The rule itself, in plain words.' })),
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
          weeks: wholeNumber({ label: 'Weeks', min: 0, max: 260 }),
          measuredOn: date({ label: 'Measured on' }),
        },
      ),
    ),
    free: optional(yesNo({ label: 'Free to use' })),
    costs: listOf(
      { label: 'Costs', singular: 'cost', hint: 'A free service may still have costs, such as a trip.' },
      {
        what: text({ label: 'What for' }),
        pounds: optional(degrees({ label: 'Pounds', min: 0, max: 100_000 })),
        note: optional(text({ label: 'Note' })),
      },
    ),
  },
)

export const when = group(
  { label: 'When' },
  {
    times: listOf(
      { label: 'Regular times', singular: 'time' },
      {
        days: choices({ label: 'Days', from: weekdays }),
        opens: time({ label: 'Opens' }),
        closes: time({ label: 'Closes' }),
        period: optional(
          choice({
            label: 'Part of the year',
            from: [
              { id: 'term', label: 'Term time' },
              { id: 'holidays', label: 'School holidays' },
              { id: 'all-year', label: 'All year' },
            ],
          }),
        ),
      },
    ),
    sessions: listOf(
      { label: 'Single sessions', singular: 'session' },
      { on: date({ label: 'Date' }), opens: time({ label: 'Starts' }), closes: time({ label: 'Ends' }) },
    ),
    notes: optional(paragraph({ label: 'Notes on times' })),
  },
)

export const where = group(
  { label: 'Where' },
  {
    delivery: choices({
      label: 'How it happens',
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
      { label: 'Places', singular: 'place' },
      {
        name: optional(text({ label: 'Name of the place' })),
        address: optional(text({ label: 'Street and number' })),
        town: optional(text({ label: 'Town' })),
        postcode: postcode({ label: 'Postcode' }),
        latitude: optional(degrees({ label: 'Latitude', min: 49, max: 61 })),
        longitude: optional(degrees({ label: 'Longitude', min: -9, max: 2 })),
        uprn: optional(
          text({
            label: 'UPRN',
            hint: 'The number of the building in the national list of addresses.',
            max: 12,
          }),
        ),
      },
    ),
  },
)

export const access = group(
  { label: 'Access' },
  {
    wheelchair: optional(yesNoAsk({ label: 'Step-free for wheelchairs' })),
    toilet: optional(yesNoAsk({ label: 'Accessible toilet' })),
    changingPlace: optional(yesNoAsk({ label: 'Changing Places toilet' })),
    hearingLoop: optional(yesNoAsk({ label: 'Hearing loop' })),
    bsl: optional(yesNoAsk({ label: 'British Sign Language' })),
    quietSpace: optional(yesNoAsk({ label: 'Quiet space' })),
    parking: optional(yesNoAsk({ label: 'Disabled parking' })),
    publicTransport: optional(yesNoAsk({ label: 'Near public transport' })),
    communicationAids: optional(yesNoAsk({ label: 'Communication aids welcome' })),
    notes: optional(paragraph({ label: 'More about access' })),
  },
)

export const contact = group(
  { label: 'Contact' },
  {
    telephone: optional(telephone({ label: 'Telephone' })),
    email: optional(email({ label: 'Email', hint: 'A team’s address, not a person’s.' })),
    relayUk: optional(yesNo({ label: 'Takes Relay UK calls' })),
    website: optional(webAddress({ label: 'Website' })),
    social: lines({ label: 'Social media', hint: 'The whole address, one a line.' }),
  },
)
