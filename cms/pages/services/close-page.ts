import { radioField } from '#platform/pages/choice-fields.ts'
import {
  type FormState,
  lineField,
  type Problem,
  problemSummary,
  textField,
} from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { closedStatuses, closedWords, noticeOf, type TypedClosing } from '../../close/closing.ts'
import type { NamingPage } from '../../close/pages-naming.ts'
import {
  closeServicePath,
  draftPath,
  editorPath,
  myServicePath,
  myServicesPath,
  reopenServicePath,
} from '../../page-addresses.ts'
import { sendLabel } from './short-form-page.ts'

/** The form in which a service is closed, for now or for good. */
export function closePage(view: StandingView & { form: TypedClosing }): Page {
  const { service, form, problems, csrf, seen } = view
  const state: FormState<string> = { typed: { ...form }, problems }
  return pageOf(
    service,
    `Close ${service.name}`,
    problems,
    html`<p>The page of a closed service stays where it is, so that families who look for it read why, and where to turn.</p>
<form method="post" action="${closeServicePath(service.slug)}" novalidate>
<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="seen" value="${seen}">
${radioField(state, 'status', 'How is it closed?', closedStatuses)}
${lineField(state, 'since', 'Since when, in your words (optional)', { type: 'text', autocomplete: 'off', hint: 'For example: 1 December.' })}
${lineField(state, 'until', 'Until when, if it is for now (optional)', { type: 'text', autocomplete: 'off', hint: 'For example: the end of January.' })}
${textField(state, 'why', 'Why is it closed, and where can families turn?', { hint: 'For example: “The hall is being mended. Until then there is room at the Saturday club in Sale.”', rows: 5 })}
<button type="submit" name="do" value="look" class="govuk-button">Show what the page will say</button>
</form>`,
  )
}

/** What families will read, before it is sent. */
export function lookBeforeClosingPage(
  view: StandingView & { form: TypedClosing; naming: readonly NamingPage[] },
): Page {
  const { service, form, csrf, seen, problems } = view
  const isForGood = form.status === 'closed'
  return pageOf(
    service,
    'Is this what families should read?',
    problems,
    html`<p>The page of “${service.name}” will begin with this:</p>
<div class="notice"><p class="notice__title">${closedWords(form.status)}</p><p>${noticeOf(form)}</p></div>
<ul>
<li>${isForGood ? 'It leaves the lists and the search. Whoever has its address still finds the page.' : 'It stays in the lists and the search, marked as closed for now.'}</li>
<li>You can open it again at any time.</li>
</ul>
${namingList(view)}
${draftNote(view)}
<form method="post" action="${closeServicePath(service.slug)}">
<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="seen" value="${seen}">
${Object.entries(form).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="staff-steps">
${sendButtons(view)}
<button type="submit" name="do" value="back" class="govuk-button govuk-button--secondary">Change it</button>
</div>
</form>`,
  )
}

/** The form in which a closed service is opened again. */
export function reopenPage(
  view: StandingView & { closed: { words: string; notice: string }; notice: string },
): Page {
  const { service, csrf, seen, problems, closed } = view
  const state: FormState<string> = { typed: { notice: view.notice }, problems }
  return pageOf(
    service,
    `Open ${service.name} again`,
    problems,
    html`<p>Now its page begins with this:</p>
<div class="notice"><p class="notice__title">${closed.words}</p><p>${closed.notice}</p></div>
<p>That goes, and the service is in the lists and the search again. Look through its times and contact too: they may have changed.</p>
${draftNote(view)}
<form method="post" action="${reopenServicePath(service.slug)}" novalidate>
<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="seen" value="${seen}">
${textField(state, 'notice', 'What families must know now (optional)', { hint: 'It will stand at the top of the page. For example: “We are back, in the small hall.”', rows: 3 })}
<div class="staff-steps">
${sendButtons(view)}
</div>
</form>`,
  )
}

function pageOf(
  service: ShownService,
  title: string,
  problems: readonly Problem<string>[],
  body: Html,
): Page {
  return {
    title: problems.length > 0 ? `Error: ${title}` : title,
    breadcrumbs: [
      ...home,
      { text: 'Your services', href: myServicesPath },
      { text: service.name, href: myServicePath(service.slug) },
    ],
    body: html`${problemSummary({ typed: {}, problems })}<h1>${title}</h1>
${body}`,
  }
}

/** Nobody publishes what they were not shown: with another change under way it goes to review with that. */
function sendButtons({ mayPublish, hasDraft }: StandingView): Html {
  return html`${mayPublish && !hasDraft && html`<button type="submit" name="do" value="publish" class="govuk-button">Publish it now</button> `}<button type="submit" name="do" value="send" class="govuk-button${mayPublish && !hasDraft && ' govuk-button--secondary'}">${sendLabel(mayPublish)}</button>`
}

function draftNote({ hasDraft, service }: StandingView): Html | false {
  return (
    hasDraft &&
    html`<div class="govuk-inset-text"><p>There is <a href="${draftPath({ collection: 'services', slug: service.slug })}">another change of this page</a> that is not published yet. Both go to the editors together.</p></div>`
  )
}

function namingList({
  naming,
  mayPublish,
}: {
  naming: readonly NamingPage[]
  mayPublish: boolean
}): Html | false {
  return (
    naming.length > 0 &&
    html`<h2>Pages that lead to it</h2>
<p>${mayPublish ? 'Their links still work. Look whether they should name something else:' : 'Their links still work. The editors are shown which they are:'}</p>
<ul>${naming.map((page) => html`<li>${mayPublish ? html`<a href="${editorPath(page)}">${page.name}</a>` : page.name}</li>`)}</ul>`
  )
}

interface ShownService {
  readonly slug: string
  readonly name: string
}

interface StandingView {
  readonly service: ShownService
  readonly csrf: string
  /** The version of the text that the person is shown. */
  readonly seen: string
  readonly problems: readonly Problem<string>[]
  readonly mayPublish: boolean
  /** Whether a change of the page is under way already. */
  readonly hasDraft: boolean
}
