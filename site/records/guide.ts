import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, choices, lines, optional, wholeNumber, yesNo } from './field-kit.ts'
import { listing, upkeep } from './guidance-fields.ts'
import { guideTopics } from './guide-topics.ts'
import { media, mediaContradictions } from './media.ts'
import { reference, references } from './plain-fields.ts'
import { ageBands, needs } from './taxonomy.ts'

/** A page of advice. */
export const guideRecord = defineRecord({
  name: 'guides',
  label: 'Guides',
  labelSingular: 'Guide',
  extension: 'mdx',
  titleField: 'title',
  fields: {
    ...listing,
    topic: siteOnly(
      choice({
        label: 'Topic',
        hint: 'The heading that it stands under on the page of all guides.',
        from: guideTopics,
      }),
    ),
    order: siteOnly(
      wholeNumber({
        label: 'Place in its topic',
        hint: '1 stands first. In a guide of several parts: the place of this part.',
        min: 1,
        max: 99,
      }),
    ),
    partOf: siteOnly(
      optional(
        reference({
          label: 'Part of',
          hint: 'The guide that this is a part of. Leave it out for a guide of its own, and for the first part.',
          to: 'guides',
          show: 'title',
        }),
      ),
    ),
    needs: siteOnly(choices({ label: 'Needs', hint: 'Leave empty if it is for everyone.', from: needs })),
    ages: siteOnly(choices({ label: 'Ages', hint: 'Leave empty if it is for every age.', from: ageBands })),
    doNow: siteOnly(lines({ label: 'What you can do now', hint: 'One step a line, the first one first.' })),
    pathways: siteOnly(
      references({
        label: 'Pathways',
        hint: 'What happens step by step, if we tell it. Type the first letters of a title. The guide links to each.',
        to: 'pathways',
        show: 'title',
      }),
    ),
    routes: siteOnly(
      references({
        label: 'When things go wrong',
        hint: 'Where to turn if it does not work out. Type the first letters of a title. The guide links to each.',
        to: 'routes',
        show: 'title',
      }),
    ),
    media: siteOnly(media),
    harm: siteOnly(
      optional(
        yesNo({
          label: 'About harm or abuse',
          hint: 'Yes shows “Exit this page”, for a reader who must not be seen reading it.',
        }),
      ),
    ),
    ...upkeep,
  },
  body: {
    label: 'Text',
    hint: 'Short sections, each under a heading. Leave what stands between < and > as it is: it makes boxes, lists and time limits.',
    required: true,
  },
})

export type Guide = RecordOf<typeof guideRecord>

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function guideContradictions(guide: Guide): [string, string][] {
  const own: [string, string][] =
    guide.partOf === guide.id ? [['partOf', 'A guide cannot be a part of itself. Leave this out']] : []
  return [...own, ...mediaContradictions(guide.media)]
}
