import type { AuditEntry } from '../../audit.ts'
import { type Html, html } from '../../pages/html.ts'
import { instantInWords } from '../../pages/instant-in-words.ts'
import type { ShownPage } from '../../pages/staff-page-routes.ts'
import { auditKinds, wordsOfAction } from '../audit-words.ts'
import type { AuditFilter } from './audit-filter.ts'

/** The audit log: newest first, as far as the filter lets through. */
export function auditPage(view: AuditView): ShownPage {
  const { entries, names, filter, older, mayOpen } = view
  return {
    title: 'Audit log',
    body: html`<h1>Audit log</h1>
<p>Who saw, exported and changed what. Nobody can change or remove a line, and looking at this page is itself written down.</p>
${filterForm(view)}
${filter.problem !== undefined && html`<div class="notice notice--danger" role="alert"><p>${filter.problem}</p></div>`}
${
  entries.length === 0
    ? html`<p>${filter.isEmpty ? 'Nothing has been written down yet.' : 'Nothing fits. Choose a longer time, or everybody.'}</p>`
    : html`<div class="audit__frame" role="region" aria-label="Entries" tabindex="0"><table class="audit">
<thead><tr><th scope="col">When</th><th scope="col">Who and what</th><th scope="col">About</th></tr></thead>
<tbody>${entries.map((entry) => line(entry, names, mayOpen))}</tbody></table></div>`
}
<nav class="pager" aria-label="Pages of the log">${filter.before !== undefined && html`<a href="/audit/${filter.query({})}">Newest</a> `}${older !== undefined && html`<a href="/audit/${filter.query({ before: String(older) })}">Older</a>`}</nav>
${entries.length > 0 && html`<p><a href="/audit/log.csv${filter.query({})}" download>Download these lines as CSV</a> (at most ${mostInFile.toLocaleString('en-GB')}, the newest)</p>`}`,
  }
}

/** Lines that one file holds at most. */
export const mostInFile = 10_000

/** A deed as a sentence: `Ada Lovelace signed in`. */
export function deedInWords({ actor, action }: AuditEntry, names: Names): string {
  // An entry of a newer version of the program, after this older one was started again.
  const says = wordsOfAction(action)?.says ?? `did “${action.replaceAll('-', ' ')}”`
  return `${actorInWords(actor, names)} ${says}`
}

/** What it was done to: a name for an account, else the kind and the id. */
export function subjectInWords({ actor, subject }: AuditEntry, names: Names): string {
  const [kind = '', id = ''] = subject.split(/:(.*)/, 2)
  if (kind === 'audit') return ''
  if (kind !== 'account') return id === '' ? kind : `${kind.replaceAll('-', ' ')} ${id}`
  if (id === actor) return ''
  return id === 'unknown' ? '' : actorInWords(id, names)
}

/** The particulars: `role: lead`. */
export function detailInWords({ detail }: AuditEntry, names: Names): string {
  return Object.entries(detail)
    .map(([name, value]) => {
      const words = typeof value === 'boolean' ? (value ? 'yes' : 'no') : [value].flat().join(', ')
      return `${detailNames.get(name) ?? name.replaceAll('-', ' ')}: ${names.get(words) ?? words}`
    })
    .join('; ')
}

/** Particulars whose name in the log is a word of the program’s. */
const detailNames: ReadonlyMap<string, string> = new Map([
  ['grants', 'roles'],
  ['held', 'held by a concern'],
  ['release', 'hold ended'],
  ['who', 'of'],
  ['kind', 'what'],
])

export type Names = ReadonlyMap<string, string>

export interface AuditView {
  entries: readonly AuditEntry[]
  names: Names
  filter: AuditFilter
  /** where the next page begins; undefined on the last */
  older: number | undefined
  /** the reader may open conversations at the desk */
  mayOpen: boolean
}

function actorInWords(actor: string, names: Names): string {
  if (actor === 'system') return 'The program itself'
  if (actor === 'visitor') return 'Somebody who was not signed in'
  return names.get(actor) ?? 'Someone who has left'
}

/** The conversation that an entry is about leads to the desk, for whoever may open it there. */
function subjectOf(entry: AuditEntry, names: Names, mayOpen: boolean): string | Html {
  const words = subjectInWords(entry, names)
  const id = /^conversation:([\w-]{1,100})$/.exec(entry.subject)?.[1]
  return mayOpen && id !== undefined ? html`<a href="/desk/?conversation=${id}">${words}</a>` : words
}

function line(entry: AuditEntry, names: Names, mayOpen: boolean): Html {
  const detail = detailInWords(entry, names)
  return html`<tr><td><time datetime="${new Date(entry.at).toISOString()}">${instantInWords(entry.at)}</time></td>
<td>${deedInWords(entry, names)}</td><td>${subjectOf(entry, names, mayOpen)}${detail !== '' && html` <span class="note">${detail}</span>`}</td></tr>`
}

function filterForm({ names, filter }: AuditView): Html {
  const byName = [...names].toSorted(([, one], [, other]) => one.localeCompare(other, 'en-GB'))
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
  return html`<form method="get" action="/audit/" class="people-filter">
<div class="govuk-form-group"><label class="govuk-label" for="who">Who</label><select class="govuk-select" id="who" name="who">${option('', 'Everybody', filter.who)}${byName.map(([id, name]) => option(id, name, filter.who))}${option('system', 'The program itself', filter.who)}${option('visitor', 'Somebody who was not signed in', filter.who)}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="kind">What</label><select class="govuk-select" id="kind" name="kind">${option('', 'Everything', filter.kind)}${Object.entries(auditKinds).map(([kind, label]) => option(kind, label, filter.kind))}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="from">From</label><input class="govuk-input" id="from" name="from" type="date" value="${filter.from}"></div>
<div class="govuk-form-group"><label class="govuk-label" for="to">Until</label><input class="govuk-input" id="to" name="to" type="date" value="${filter.to}"></div>
<button type="submit" class="govuk-button">Show</button>
</form>`
}
