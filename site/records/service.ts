import type { z } from 'zod'
import { defineRecord, type RecordOf, shared, siteOnly } from './define-record.ts'
import { choice, choices, group, lines, mayBeEmpty, optional, paragraph, text, yesNo } from './field-kit.ts'
import { reference, references, telephone } from './plain-fields.ts'
import { access, arriving, pictures } from './service-access.ts'
import { contact, gettingIt, when, where, whoFor } from './service-groups.ts'
import * as open from './service-open-referral.ts'
import { provenance, quality, review, tenQuestions } from './service-upkeep.ts'
import { categories } from './taxonomy.ts'
import { minutesOfDay, timeInWords } from './time-of-day.ts'

/** One entry of the directory: something a child, a young person or their family can use. */
export const serviceRecord = defineRecord({
  name: 'services',
  label: 'Services',
  labelSingular: 'Service',
  extension: 'md',
  titleField: 'name',
  fields: {
    name: shared(
      'name',
      text({ label: 'Name', hint: 'As it stands on the door. For example “Saturday play club”.', max: 120 }),
    ),
    summary: siteOnly(
      text({
        label: 'Summary',
        hint: 'One plain sentence: what it does and for whom. For example: “Help for children who find it hard to talk.”',
        max: 240,
      }),
    ),
    kind: siteOnly(
      text({
        label: 'Kind of service',
        hint: 'A few words, such as “Primary school” or “Swimming club”.',
        max: 60,
      }),
    ),
    provider: shared(
      open.provider,
      reference({
        label: 'Provider',
        hint: 'The organisation that runs it. Type the first letters of its name.',
        to: 'providers',
        show: 'name',
      }),
    ),
    categories: shared(
      open.categoriesGiven,
      choices({
        label: 'Categories',
        hint: 'Where families would look for it. Choose one to three.',
        from: categories,
        least: 1,
      }),
    ),
    status: shared(
      open.status,
      choice({
        label: 'Status',
        hint: 'If it is closed, say why and where to turn under “Notice”.',
        from: [
          { id: 'open', label: 'Open' },
          { id: 'temporarily-closed', label: 'Closed for now' },
          { id: 'closed', label: 'Closed for good' },
        ],
      }),
    ),
    notice: shared(
      'alert',
      optional(
        paragraph({
          label: 'Notice',
          hint: 'What families must know now. For example: “No sessions in August. Call us to keep a place.”',
          max: 400,
        }),
      ),
    ),
    whoFor: shared(open.whoForGiven, mayBeEmpty(whoFor, {})),
    gettingIt: shared(open.gettingItGiven, mayBeEmpty(gettingIt, {})),
    when: shared(open.whenGiven, mayBeEmpty(when, {})),
    where: shared(open.whereGiven, mayBeEmpty(where, {})),
    access: siteOnly(mayBeEmpty(access, {})),
    contact: shared(open.contactGiven, mayBeEmpty(contact, {})),
    tenQuestions: siteOnly(optional(tenQuestions)),
    routes: siteOnly(
      references({
        label: 'When things go wrong',
        hint: 'At least one: who families can turn to if this does not happen.',
        to: 'routes',
        show: 'title',
        least: 1,
      }),
    ),
    firstContact: siteOnly(
      optional(
        group(
          { label: 'Who to speak to first' },
          {
            role: text({ label: 'Role', hint: 'For example “the team lead”. Never a name.', max: 80 }),
            telephone: optional(telephone({ label: 'Telephone', hint: 'For example 01632 960 014' })),
            answersWithin: optional(
              text({ label: 'Answers within', hint: 'For example “5 working days”.', max: 60 }),
            ),
          },
        ),
      ),
    ),
    expect: siteOnly(
      lines({
        label: 'What you can expect',
        hint: 'Your promises, one a line. Each can be kept or broken: “We answer within 2 working days.”',
      }),
    ),
    like: siteOnly(
      optional(
        paragraph({
          label: 'What it is like there',
          hint: 'What a child sees, hears and smells: light, waiting, other people. “One big hall with an echo.”',
        }),
      ),
    ),
    arriving: siteOnly(optional(arriving)),
    pictures: siteOnly(pictures),
    independent: siteOnly(
      optional(
        yesNo({
          label: 'Independent of the council',
          hint: 'Yes if the council neither runs it nor tells it what to say.',
        }),
      ),
    ),
    keywords: siteOnly(
      lines({
        label: 'Words families use',
        hint: 'What families type when they look for this, one a line: “SALT”, “stammer”.',
        max: 60,
      }),
    ),
    easyRead: siteOnly(
      optional(
        paragraph({
          label: 'Easy Read summary',
          hint: 'Short sentences. One idea a line. For example: “You can play here. It is on Saturdays.”',
        }),
      ),
    ),
    quality: shared(open.qualityGiven, optional(quality)),
    review: shared(open.reviewGiven, review),
    provenance: siteOnly(provenance),
  },
  body: {
    label: 'Description',
    hint: 'What happens there, in plain words. No headings are needed for a few sentences.',
    required: false,
  },
})

/** The values of a service record. */
export type Service = RecordOf<typeof serviceRecord>

/** Names that a service's file may not have, because lists of the directory or a page of the CMS stand at these addresses. */
export const reservedServiceSlugs = [
  'a-to-z',
  'age',
  'area',
  'category',
  'index',
  'map',
  'need',
  'near',
  'new',
] as const

/** Rules between fields that no single field can hold. Gives `[field, sentence]` pairs. */
export function serviceContradictions(service: Service): [string, string][] {
  const found: [string, string][] = []
  const { youngest, oldest } = service.whoFor
  if (youngest !== undefined && oldest !== undefined && youngest > oldest)
    found.push(['whoFor.oldest', `Oldest age is ${oldest}, below the youngest, ${youngest}. Swap them`])
  if (service.where.confidentialAddress === true && service.where.places.length > 0)
    found.push(['where.places', 'The address is confidential, so no place may be stored. Remove the places'])
  if (service.status !== 'open' && service.notice === undefined)
    found.push(['notice', 'A closed service needs a notice that says why and where to turn'])
  for (const [index, { opens, closes }] of service.when.times.entries())
    if (closes <= opens)
      found.push([
        `when.times.${index}.closes`,
        `It closes at ${inWords(closes)} but opens at ${inWords(opens)}. Correct one of them`,
      ])
  for (const [index, { opens, closes }] of service.when.sessions.entries())
    if (closes <= opens)
      found.push([
        `when.sessions.${index}.closes`,
        `It ends at ${inWords(closes)} but starts at ${inWords(opens)}. Correct one of them`,
      ])
  return found
}

function inWords(time: string): string {
  return timeInWords(minutesOfDay(time))
}

/** What the schema of a service accepts before it is parsed. */
export type ServiceInput = z.input<typeof serviceRecord.schema>
