import { type Html, html } from '#platform/pages/html.ts'
import type { ShownPage } from '#platform/pages/staff-page-routes.ts'
import { counted, inFigures } from '#records/counted.ts'
import type { Organisation } from '../../organisations/read-organisations.ts'
import { organisationPath, organisationsPath } from '../../page-addresses.ts'

/** Organisations with their services and people, or those whose name holds what is looked for. `page` counts from 1. */
export function organisationsPage(view: {
  organisations: readonly Organisation[]
  /** What is looked for; empty for all. */
  find: string
  page: number
}): ShownPage {
  const { organisations } = view
  const find = view.find.trim()
  const found = organisations.filter(({ name }) => name.toLowerCase().includes(find.toLowerCase()))
  const pages = Math.max(1, Math.ceil(found.length / onPage))
  const page = Math.min(view.page, pages)
  const from = (page - 1) * onPage
  const withoutPeople = organisations.filter(({ people }) => people.length === 0).length
  return {
    title: 'Organisations',
    body: html`<h1>Organisations</h1>
<p>${organisations.length === 0 ? 'There are no organisations here for you yet.' : html`${counted(organisations.length, 'organisation')}. ${sayWhoIsMissing(withoutPeople, organisations.length)} Open one to see who keeps its pages, and to invite people.`}</p>
<form method="get" action="${organisationsPath}" class="people-filter"><div class="govuk-form-group"><label class="govuk-label" for="find">Name of the organisation</label><input class="govuk-input" id="find" name="find" type="search" autocomplete="off" value="${find}"></div>
<button type="submit" class="govuk-button govuk-button--secondary">Find</button></form>
${find !== '' && html`<p role="status">${found.length === 0 ? 'No organisation has this in its name.' : `${inFigures(found.length)} of ${inFigures(organisations.length)} ${found.length === 1 ? 'has' : 'have'} this in the name.`} <a href="${organisationsPath}">Show all</a></p>`}
<ul class="people">${found.slice(from, from + onPage).map(organisationCard)}</ul>
${pageLinks(find, page, pages)}`,
  }
}

function sayWhoIsMissing(withoutPeople: number, all: number): string {
  if (withoutPeople === 0) return 'Each has somebody who keeps its pages.'
  if (withoutPeople === all) return 'None has anybody who keeps its pages yet.'
  if (withoutPeople === 1) return '1 has nobody who keeps its pages: it comes first.'
  return `${inFigures(withoutPeople)} have nobody who keeps their pages: they come first.`
}

function organisationCard({ id, name, services, overdue, people, directorate }: Organisation): Html {
  // That nobody keeps its pages is beside its name.
  const keepers = [
    ...(people.length === 0
      ? []
      : [`Kept by ${people.length === 1 ? '1 person' : `${people.length} people`}.`]),
    ...(directorate === undefined ? [] : [`Looked after by ${directorate}.`]),
  ]
  return html`<li class="people__one">
<h2 class="people__name"><a href="${organisationPath(id)}">${name}</a>${people.length === 0 && html` <span class="govuk-tag govuk-tag--grey">Nobody yet</span>`}</h2>
<p>${counted(services.length, 'service')}${overdue > 0 && html`, <span class="govuk-tag govuk-tag--late">${overdue} overdue</span>`}</p>
${keepers.length > 0 && html`<p class="note">${keepers.join(' ')}</p>`}
</li>`
}

function pageLinks(find: string, page: number, pages: number): Html | false {
  const hasMore = page < pages
  const address = (to: number) => `${organisationsPath}?${new URLSearchParams({ find, page: String(to) })}`
  return (
    pages > 1 &&
    html`<p>Page ${page} of ${pages}. ${page > 1 && html`<a href="${address(page - 1)}">The ones before</a>`}${page > 1 && hasMore && ' · '}${hasMore && html`<a href="${address(page + 1)}">More organisations</a>`}</p>`
  )
}

const onPage = 50
