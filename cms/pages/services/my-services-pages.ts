import { type Html, html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { type Service, serviceRecord } from '#records/service.ts'
import { overdueReason, reviewDueOn } from '#records/service-review.ts'
import { closedWords } from '../../close/closing.ts'
import type { DraftState } from '../../drafts/draft-state.ts'
import type { OpenService } from '../../drafts/open-service.ts'
import {
  closeServicePath,
  draftPath,
  draftsPath,
  editorPath,
  historyPath,
  myServicePath,
  myServicesPath,
  proposeServicePath,
  reopenServicePath,
} from '../../page-addresses.ts'
import { draftCompleteness } from '../../records/draft-completeness.ts'
import { titleOf } from '../../records/stored-records.ts'
import { untilThen } from '../drafts/draft-in-words.ts'
import { checkedInWords, keyFacts } from './key-facts.ts'

/**
 * All services of a provider's person, those that are overdue first, with what is missing. `today` is `YYYY-MM-DD`;
 * `organisations` says what the organisations are called that somebody serves who serves several, by id.
 */
export function myServicesPage(
  services: readonly OpenService[],
  today: string,
  organisations: ReadonlyMap<string, string>,
): Page {
  const rows = services
    .map((service) => ({
      ...{ service, organisation: organisations.get(service.current.facts.provider ?? '') },
      ...standingOf(service, today),
    }))
    .toSorted((a, b) => Number(b.isOverdue) - Number(a.isOverdue))
  const overdue = rows.filter(({ isOverdue }) => isOverdue).length
  return {
    title: 'Your services',
    breadcrumbs: home,
    body: html`<h1>Your services</h1>
${
  rows.length === 0
    ? html`<p>You have no services here yet. You can propose one below.</p>`
    : html`<p>${overdue === 0 ? 'Nothing is overdue.' : overdue === 1 ? 'One of them is overdue for a check.' : `${overdue} of them are overdue for a check.`}</p>
${rows.map(serviceCard)}`
}
<h2>A service that is not here yet</h2>
<p><a href="${proposeServicePath}" class="govuk-button govuk-button--secondary">Propose a service</a></p>
<h2>For everything else</h2>
<p>In the <a href="/admin/#/collections/services">full editor</a> you can change everything on your pages and add pictures. <a href="${draftsPath}">Drafts</a> are the changes that are not on the site yet.</p>`,
  }
}

/** What an own service is marked with, before the words on its check. */
function standingTags({ isOverdue, closed }: Pick<Standing, 'isOverdue' | 'closed'>): Html {
  const tags = [...(closed === undefined ? [] : [closed]), ...(isOverdue ? ['Overdue'] : [])]
  return html`${tags.map((words) => html`<span class="govuk-tag govuk-tag--late">${words}</span> `)}`
}

function serviceCard({
  service,
  name,
  due,
  isOverdue,
  closed,
  missing,
  organisation,
}: Standing & { service: OpenService; organisation: string | undefined }): Html {
  return html`<section class="panel staff-card">
<h2><a href="${myServicePath(service.slug)}">${name}</a></h2>
${organisation !== undefined && html`<p>Run by ${organisation}.</p>`}
<p>${standingTags({ isOverdue, closed })}${due}</p>
${service.draft !== undefined && html`<p>${whereDraftStands(service.draft.state)} <a href="${draftPath(placeOf(service))}">See the change<span class="govuk-visually-hidden"> of ${name}</span></a></p>`}
${missingList(missing)}
</section>`
}

function missingList(missing: readonly string[]): Html | false {
  return (
    missing.length > 0 &&
    html`<p>Families still ask:</p><ul>${missing.map((words) => html`<li>${words}</li>`)}</ul>`
  )
}

/** One service: whether it is still correct, and the short form. */
export function myServicePage(view: {
  service: OpenService
  today: string
  csrf: string
  done: Done | undefined
  /** Whether the person may publish what they send. */
  mayPublish: boolean
  hasProblem: boolean
  /** What is wrong with the form that was sent, if anything. */
  notice: Html
  form: Html
}): Page {
  const { service, today, csrf, done, notice, form } = view
  const { name, due, isOverdue, closed, missing } = standingOf(service, today)
  const { slug, draft, published } = service
  const place = placeOf(service)
  const before = view.hasProblem ? 'Error: ' : done === undefined ? '' : `${doneTitles[done]} – `
  return {
    title: `${before}${name}`,
    breadcrumbs: [...home, { text: 'Your services', href: myServicesPath }],
    body: html`${notice}<h1>${name}</h1>
${done !== undefined && html`<div class="govuk-inset-text" role="status"><p>${doneInWords(done, { mayPublish: view.mayPublish, isNew: published === undefined })}</p></div>`}
<p>${standingTags({ isOverdue, closed })}${due}</p>
${draft !== undefined && html`<div class="govuk-inset-text"><p>${whereDraftStands(draft.state)} The form below shows it as it will be. What you send is added to it. <a href="${draftPath(place)}">See the change, its notes, and what you can do with it</a></p></div>`}
${published !== undefined && confirmSection(published.content.data, { slug, seen: published.blob, csrf })}
<h2>Change times or contact</h2>
${form}
${
  missing.length > 0 &&
  html`<h2>What is missing</h2>
${missingList(missing)}
<p><a href="${editorPath(place)}">Answer these in the full editor</a></p>`
}
<h2>More</h2>
<ul>
<li><a href="${editorPath(place)}">Change everything else in the full editor</a></li>
<li><a href="${historyPath(place)}">Who changed this page, and when</a></li>
${published !== undefined && standingLinks(slug, closed)}
${published !== undefined && html`<li><a href="/services/${slug}/">See the page as families see it</a></li>`}
</ul>`,
  }
}

function standingLinks(slug: string, closed: string | undefined): Html {
  return closed === undefined
    ? html`<li><a href="${closeServicePath(slug)}">Close this service, for now or for good</a></li>`
    : html`<li><a href="${reopenServicePath(slug)}">Open this service again</a></li>
<li><a href="${closeServicePath(slug)}">Change what its page says about that</a></li>`
}

function confirmSection(data: unknown, { slug, seen, csrf }: { slug: string; seen: string; csrf: string }) {
  const service: Service | undefined = serviceRecord.schema.safeParse(data).data
  return (
    service !== undefined &&
    html`<h2>Is all of it still correct?</h2>
<p>This is what families see now.</p>
${keyFacts(service)}
<form method="post" action="${myServicePath(slug)}still-correct/">
<input type="hidden" name="csrf" value="${csrf}">
<input type="hidden" name="seen" value="${seen}">
<button type="submit" class="govuk-button">Yes, all of it is still correct</button>
</form>`
  )
}

function standingOf({ published, current }: OpenService, today: string): Standing {
  const { data } = current.content
  const review = serviceRecord.fields.review.schema.safeParse(published?.content.data.review).data
  const dueOn = review && reviewDueOn(review)
  return {
    name: titleOf(current),
    closed: closedWords(data.status),
    isOverdue: review !== undefined && overdueReason(review, today) !== undefined,
    due:
      review === undefined || dueOn === undefined
        ? 'Not on the site yet.'
        : checkedInWords({ review }, dueOn, today),
    missing: draftCompleteness(data, () => 'key').missing.map(({ words }) => words),
  }
}

function whereDraftStands({ status, sentBack }: DraftState): string {
  if (sentBack) return 'An editor has given a change back. Look at the notes, then send it again.'
  return {
    draft: 'A change was begun and not sent to an editor yet.',
    pending_review: 'A change is waiting for an editor.',
    pending_publish: 'A change is approved and will be published soon.',
  }[status]
}

function placeOf({ slug }: OpenService) {
  return { collection: 'services', slug }
}

function doneInWords(done: Done, service: { mayPublish: boolean; isNew: boolean }): string {
  if (done !== 'sent') return doneWords[done]
  return `${service.mayPublish ? 'Your change is in review. You can publish it there.' : doneWords.sent} ${untilThen(service)}`
}

const doneWords = {
  sent: 'Thank you. An editor looks at your change.',
  together:
    'Thank you. Somebody else had changed other parts meanwhile. Both changes are kept, and an editor looks at them.',
  published: 'Published. The page on the site changes within a minute or so.',
  confirmed: 'Thank you. The page says within a few minutes that it was checked today.',
} as const

const doneTitles = { sent: 'Sent', together: 'Sent', published: 'Published', confirmed: 'Checked' } as const

export type Done = keyof typeof doneWords

interface Standing {
  readonly name: string
  /** How it is closed, in words; undefined while it is open. */
  readonly closed: string | undefined
  readonly isOverdue: boolean
  readonly due: string
  readonly missing: readonly string[]
}
