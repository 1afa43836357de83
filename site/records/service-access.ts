import { choice, group, listOf, optional, paragraph, text, yesNoAsk } from './field-kit.ts'
import { alternativeText, picture } from './plain-fields.ts'

/** The groups of a service record that say what it is like to come: access, noise and the way in. */

export const access = group(
  { label: 'Access', hint: 'Yes, no, or “ask us”. Leave out what you do not know: the page then says so.' },
  {
    wheelchair: optional(
      yesNoAsk({
        label: 'Step-free for wheelchairs',
        hint: 'From the street to every room in use, with wide enough doors.',
      }),
    ),
    toilet: optional(yesNoAsk({ label: 'Accessible toilet', hint: 'With room for a wheelchair and rails.' })),
    changingPlace: optional(
      yesNoAsk({ label: 'Changing Places toilet', hint: 'With a hoist and an adult-sized bench.' }),
    ),
    hearingLoop: optional(yesNoAsk({ label: 'Hearing loop', hint: 'Say yes only if it is switched on.' })),
    bsl: optional(
      yesNoAsk({ label: 'British Sign Language', hint: 'Somebody signs, or you book an interpreter.' }),
    ),
    quietSpace: optional(yesNoAsk({ label: 'Quiet space', hint: 'A place to go when it is too much.' })),
    parking: optional(
      yesNoAsk({ label: 'Disabled parking', hint: 'Blue Badge spaces at the door or close to it.' }),
    ),
    publicTransport: optional(
      yesNoAsk({ label: 'Near public transport', hint: 'A stop within about 400 metres.' }),
    ),
    communicationAids: optional(
      yesNoAsk({
        label: 'Communication aids welcome',
        hint: 'Staff know picture cards, signs or talking devices.',
      }),
    ),
    notes: optional(
      paragraph({
        label: 'More about access',
        hint: 'What a family should know before they set out. For example: “The lift takes one wheelchair at a time.”',
      }),
    ),
  },
)

/** Part of "What it is like there"; the rest is the record's own words. */
export const arriving = group(
  { label: 'Noise and the way in' },
  {
    noise: optional(
      choice({
        label: 'Noise',
        hint: 'As it is on a usual day.',
        from: [
          { id: 'quiet', label: 'Quiet' },
          { id: 'changes', label: 'Quiet at some times, loud at others' },
          { id: 'loud', label: 'Loud most of the time' },
        ],
      }),
    ),
    entrance: optional(
      text({
        label: 'The way in',
        hint: 'For example “A blue door at the side. Ring the bell and someone comes.”',
        max: 240,
      }),
    ),
  },
)

/** Part of "What it is like there" too: what a child will see. */
export const pictures = listOf(
  {
    label: 'Pictures',
    singular: 'picture',
    hint: 'Show the way in, the room, the quiet corner. No faces of children. The first one matters most.',
  },
  {
    file: picture({
      label: 'Picture',
      hint: 'A JPEG, PNG, WebP or AVIF. We make it smaller and take out where it was taken.',
    }),
    alt: alternativeText({
      label: 'Alternative text',
      hint: 'What someone would miss who cannot see it, in one sentence: “A ramp with a handrail leads to a wide glass door.” Leave out “picture of”.',
    }),
    caption: optional(
      text({ label: 'Caption', hint: 'Shown below the picture. Say more than the picture does.', max: 160 }),
    ),
  },
)
