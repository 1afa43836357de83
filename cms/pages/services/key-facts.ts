import { type Html, html } from '#platform/pages/html.ts'
import { costInWords } from '#records/cost-in-words.ts'
import { dateInWords, daysInWords, hoursInWords } from '#records/dates-in-words.ts'
import type { Service } from '#records/service.ts'
import { labelOf, partsOfTheYear } from '#records/taxonomy.ts'

/** What families look at first, as it is published, for somebody to say whether it is right. */
export function keyFacts(service: Service): Html {
  return html`<dl class="staff-facts">${factsOf(service).map(
    ([label, lines]) =>
      html`<div><dt>${label}</dt>${
        lines.length === 0 ? html`<dd>Not stated</dd>` : lines.map((line) => html`<dd>${line}</dd>`)
      }</div>`,
  )}</dl>`
}

function factsOf(service: Service): (readonly [label: string, lines: readonly string[]])[] {
  const { contact, gettingIt, when, where } = service
  return [
    ['What it is', [service.summary]],
    ...(service.status === 'temporarily-closed' ? [['Status', ['Closed for now']] as const] : []),
    ...(service.notice === undefined ? [] : [['Notice', [service.notice]] as const]),
    ['When', [...when.times.map(timeInWords), ...stated(when.notes)]],
    [
      'Where',
      where.confidentialAddress === true ? ['The address is not published.'] : where.places.map(placeInWords),
    ],
    ['Telephone', stated(contact.telephone)],
    ['Email', stated(contact.email)],
    ['Website', stated(contact.website)],
    ['Cost', costs(gettingIt)],
    ['How to get it', stated(gettingIt.howToApply)],
  ]
}

function timeInWords({ days, opens, closes, period }: Service['when']['times'][number]): string {
  const part = period === undefined ? '' : ` (${labelOf(partsOfTheYear, period).toLowerCase()})`
  return `${daysInWords(days)}, ${hoursInWords(opens, closes)}${part}`
}

function placeInWords({ name, address, town, postcode }: Service['where']['places'][number]): string {
  return [name, address, town, postcode].filter((part) => part !== undefined).join(', ')
}

function costs({ free, costs }: Service['gettingIt']): string[] {
  return [...(free === true ? ['Free'] : []), ...costs.map(costInWords)]
}

const stated = (text: string | undefined) => (text === undefined ? [] : [text])

/**
 * `Checked by the service on 1 November 2026. The next check is due by 1 May 2027.` Once that day is over it says so.
 * `dueOn` and `today` are `YYYY-MM-DD`.
 */
export function checkedInWords({ review }: Pick<Service, 'review'>, dueOn: string, today: string): string {
  if (dueOn < today)
    return `Last checked on ${dateInWords(review.lastChecked)}. The check was due on ${dateInWords(dueOn)}.`
  return `Checked by ${review.checkedBy} on ${dateInWords(review.lastChecked)}. The next check is due by ${dateInWords(dueOn)}.`
}
