import { siteOnly } from './define-record.ts'
import { choice, lines, listOf, optional, text, wholeNumber } from './field-kit.ts'
import { lawItems } from './law-items.ts'
import { date, webAddress } from './plain-fields.ts'

/** Fields that guides, pathways and routes have in common. */

/** How a page of guidance is listed. */
export const listing = {
  title: siteOnly(text({ label: 'Title', hint: 'As a family would ask or say it.', max: 100 })),
  summary: siteOnly(text({ label: 'Summary', hint: 'One sentence.', max: 240 })),
  situation: siteOnly(
    optional(
      text({
        label: 'Situation',
        hint: 'As a family would say it, for the home page: “We were told no”. Leave it out and the title stands there.',
        max: 60,
      }),
    ),
  ),
}

/** Where a pathway or a route stands among the others, on the home page too. */
export const placeInList = siteOnly(
  optional(
    wholeNumber({
      label: 'Place in the list',
      hint: '1 stands first. The first three stand on the home page. Leave it out to stand after them, by title.',
      min: 1,
      max: 99,
    }),
  ),
)

/** How it is found, where its facts come from, and who keeps it true. */
export const upkeep = {
  keywords: siteOnly(lines({ label: 'Words families use', max: 60 })),
  answers: siteOnly(
    listOf(
      {
        label: 'What the law asks',
        singular: 'answer',
        hint: 'Which items of the law this page answers, and under which heading. A section needs 80 words to count.',
      },
      {
        item: choice({ label: 'Item', from: lawItems }),
        section: text({ label: 'Heading', hint: 'The heading or step, word for word.', max: 120 }),
      },
    ),
  ),
  sources: siteOnly(
    listOf(
      { label: 'Sources', singular: 'source', hint: 'The law or document that each fact comes from.' },
      { title: text({ label: 'Title' }), link: webAddress({ label: 'Link' }) },
    ),
  ),
  ownerRole: siteOnly(text({ label: 'Who keeps it up to date', hint: 'A role, never a name.', max: 80 })),
  lastChecked: siteOnly(date({ label: 'Last checked on' })),
  reviewDue: siteOnly(date({ label: 'Next check due' })),
}
