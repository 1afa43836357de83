import { html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import type { Service } from '#records/service.ts'
import { reviewDueOn } from '#records/service-review.ts'
import { editorPath, myServicePath, myServicesPath, stillCorrectPath } from '../../page-addresses.ts'
import { checkedInWords, keyFacts } from './key-facts.ts'

/** Where the link of a reminder leads. Only its button changes something, so that mail scanners change nothing. */
export function askPage(view: {
  service: Service
  slug: string
  /** `YYYY-MM-DD` */
  today: string
  /** the version of the text that is shown */
  seen: string
  link: string
  problem?: string
}): Page {
  const { service, slug, today, seen, link, problem } = view
  return {
    title: `${problem === undefined ? '' : 'Error: '}Is “${service.name}” still correct?`,
    breadcrumbs: home,
    body: html`<h1>Is “${service.name}” still correct?</h1>
${problem !== undefined && html`<div class="notice" role="alert"><p>${problem}</p></div>`}
<p>This is what families see now. ${checkedInWords(service, reviewDueOn(service.review), today)}</p>
${keyFacts(service)}
<p><a href="/services/${slug}/">See the whole page</a></p>
<form method="post" action="${stillCorrectPath}">
<input type="hidden" name="link" value="${link}">
<input type="hidden" name="seen" value="${seen}">
<button type="submit" class="govuk-button">Yes, all of it is still correct</button>
</form>
<p>The page then says that the provider has checked it today.</p>
<h2>Has something changed?</h2>
<p><a href="${myServicePath(slug)}">Change times or contact</a>. You sign in with your email address first.</p>
<p>For anything else, <a href="${editorPath({ collection: 'services', slug })}">open the whole record</a>.</p>`,
  }
}

/** After the button, and for whoever opens the link again. */
export function checkedPage(service: Service, slug: string, today: string): Page {
  return {
    title: `“${service.name}” is checked`,
    breadcrumbs: home,
    body: html`<h1>“${service.name}” is checked</h1>
<p>Thank you. ${checkedInWords(service, reviewDueOn(service.review), today)}</p>
<p>The page says so within a few minutes. You need do nothing more.</p>
<ul>
<li><a href="/services/${slug}/">See the page</a></li>
<li><a href="${myServicesPath}">See all your services</a></li>
</ul>`,
  }
}

/** For a link that does nothing: too old, cut in two by a mail program, made up, or of somebody who has left. */
export function deadLinkPage(): Page {
  return {
    title: 'This link does not work',
    breadcrumbs: home,
    body: html`<h1>This link does not work</h1>
<p>Links in our reminders work for 60 days, for as long as you look after the page. Sometimes a part of a link is missing: copy the whole link from the email.</p>
<p>You can do the same without it: <a href="${myServicesPath}">sign in and see your services</a>.</p>`,
  }
}
