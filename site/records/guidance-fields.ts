import { siteOnly } from './define-record.ts'
import { choice, lines, listOf, optional, text, wholeNumber } from './field-kit.ts'
import { lawItems } from './law-items.ts'
import { date, webAddress } from './plain-fields.ts'

/** Fields that guides, pathways and routes have in common. */

/** How a page of guidance is listed. */
export const listing = {
  title: siteOnly(
    text({
      label: 'Title',
      hint: 'As a family would ask or say it. For example “My child is not in school”.',
      max: 100,
    }),
  ),
  summary: siteOnly(
    text({
      label: 'Summary',
      hint: 'One sentence. It stands under the title, in lists and where people search.',
      max: 240,
    }),
  ),
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
  keywords: siteOnly(
    lines({
      label: 'Words families use',
      hint: 'What families type when they look for this, one a line: “SENCO”, “reduced timetable”.',
      max: 60,
    }),
  ),
  answers: siteOnly(
    listOf(
      {
        label: 'What the law asks',
        singular: 'answer',
        hint: 'Which items of the law this page answers, and under which heading. A section needs 80 words to count.',
      },
      {
        item: choice({
          label: 'Item',
          hint: 'One thing that the law asks a Local Offer to tell.',
          from: lawItems,
        }),
        section: text({ label: 'Heading', hint: 'The heading or step, word for word.', max: 120 }),
      },
    ),
  ),
  sources: siteOnly(
    listOf(
      { label: 'Sources', singular: 'source', hint: 'The law or document that each fact comes from.' },
      {
        title: text({
          label: 'Title',
          hint: 'Its name and year. For example “Children and Families Act 2014, section 36”.',
        }),
        link: webAddress({ label: 'Link', hint: 'The page where the words stand, starting with https://' }),
      },
    ),
  ),
  ownerRole: siteOnly(
    text({
      label: 'Who keeps it up to date',
      hint: 'A role, never a name. For example “Local Offer editor”.',
      max: 80,
    }),
  ),
  lastChecked: siteOnly(
    date({
      label: 'Last checked on',
      hint: 'The day on which somebody last compared all of it with its sources.',
    }),
  ),
  reviewDue: siteOnly(
    date({
      label: 'Next check due',
      hint: 'A day after the last check. On it, the one who keeps it up to date checks it again.',
    }),
  ),
}
