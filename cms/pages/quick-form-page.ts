import { type FormState, lineField, problemSummary, textField } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { partsOfTheYear, weekdays } from '#records/taxonomy.ts'
import type { Difference } from '../history/differences.ts'
import { differenceList } from './difference-list.ts'
import { lineFields, type TypedForm, type TypedTime } from './quick-form.ts'

/** What stands at the top of the page when the form was not taken: what is wrong, or what somebody else has changed. */
export function quickFormNotice({ problems, conflict, address }: QuickFormView): Html {
  return html`${problemSummary({ typed: {}, problems })}${conflict !== undefined && conflictNotice(conflict, address)}`
}

/** The short form: regular times and contact, in plain HTML. */
export function quickForm(view: QuickFormView): Html {
  const { form, problems } = view
  const state: FormState<string> = { typed: typedById(form), problems }
  return html`<form method="post" action="${view.address}" novalidate>
<input type="hidden" name="csrf" value="${view.csrf}">
<input type="hidden" name="seen" value="${view.seen}">
<input type="hidden" name="times" value="${form.times.length}">
<button type="submit" name="do" value="send" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Send to an editor</button>
<h3 id="times" tabindex="-1">Regular times</h3>
<p>Write times like 9am, 5:30pm or 17:30.</p>
${form.times.map((time, row) => timeRow(state, time, row, view.isNewRow && row === form.times.length - 1))}
<p><button type="submit" name="do" value="more" class="govuk-button govuk-button--secondary">Add another time</button></p>
${textField(state, 'notes', 'Notes on times', { hint: 'For example: “Closed on bank holidays. Quietest before 10am.”', rows: 3 })}
<h3>Contact</h3>
${lineField(state, 'telephone', 'Telephone', { type: 'tel', autocomplete: 'off', hint: 'One that somebody answers, in groups: 01632 960 014.' })}
${lineField(state, 'email', 'Email', { type: 'email', autocomplete: 'off', hint: 'A team’s address, not a person’s.' })}
${lineField(state, 'website', 'Website', { type: 'url', autocomplete: 'off', hint: 'The page of this service, not the front page, if there is one.' })}
<p>An editor looks at it first. Until then the page stays as it is.</p>
<button type="submit" name="do" value="send" class="govuk-button">Send to an editor</button>
</form>`
}

function timeRow(state: FormState<string>, time: TypedTime, row: number, isNew: boolean): Html {
  const id = `time-${row}`
  const field = (name: 'opens' | 'closes', label: string) =>
    lineField(state, `${id}-${name}`, label, { type: 'text', autocomplete: 'off' })
  return html`<fieldset class="govuk-fieldset staff-time">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Time ${row + 1}</legend>
<input type="hidden" name="${id}-key" value="${time.key}">
<fieldset class="govuk-fieldset"><legend class="govuk-label">Days</legend><div class="staff-days">${weekdays.map(
    ({ id: day, label }, index) => html`<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="${id}-${day}" name="${id}-days" type="checkbox" value="${day}"${time.days.includes(day) && html` checked`}${isNew && index === 0 && html` autofocus`}>
<label class="govuk-checkboxes__label" for="${id}-${day}">${label}</label></div>`,
  )}</div></fieldset>
<div class="staff-hours">${field('opens', 'Opens')}${field('closes', 'Closes')}
<div class="govuk-form-group"><label class="govuk-label" for="${id}-period">Part of the year</label>
<select class="govuk-select" id="${id}-period" name="${id}-period">${[
    { id: '', label: 'Not stated' },
    ...partsOfTheYear,
  ].map(
    ({ id: period, label }) =>
      html`<option value="${period}"${time.period === period && html` selected`}>${label}</option>`,
  )}</select></div></div>
<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${id}-remove" name="${id}-remove" type="checkbox" value="yes"${time.remove && html` checked`}>
<label class="govuk-checkboxes__label" for="${id}-remove">Remove time ${row + 1}</label></div>
</fieldset>`
}

/** Two people changed one page: says where, loses nothing, and leaves the choice to the second. */
function conflictNotice(conflict: readonly Difference[], address: string): Html {
  return html`<section class="notice" role="alert" aria-labelledby="conflict">
<h2 id="conflict">Somebody else changed this page after you opened it</h2>
<p>Nothing that you typed is lost, and nothing is saved yet.</p>
${
  conflict.length === 0
    ? html`<p>What you typed is the same as what is there now.</p>`
    : html`<p>This is where what is there now and what you typed differ:</p>${differenceList(conflict, { before: 'There now', after: 'You typed' })}`
}
<p>To keep what you typed, look through it once more and press “Send to an editor”. To keep what is there now, <a href="${address}">leave your changes out</a>.</p>
</section>`
}

/** When somebody sends the form after their sign-in has ended: a page that holds all that they typed. */
export function signInToSendPage(address: string, fields: readonly (readonly [string, string])[]): Html {
  return html`<h1>Your sign-in has ended</h1>
<p>Nothing that you typed is lost, as long as you leave this page open.</p>
<ol>
<li><a href="/sign-in/?next=${encodeURIComponent(address)}" target="_blank">Sign in (opens in a new tab)</a></li>
<li>Come back to this tab and press the button.</li>
</ol>
<form method="post" action="${address}">
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button type="submit" class="govuk-button">I have signed in: go on</button>
</form>`
}

function typedById({ times, lines }: TypedForm): Record<string, string> {
  const hours = times.flatMap(({ opens, closes }, row) => [
    [`time-${row}-opens`, opens],
    [`time-${row}-closes`, closes],
  ])
  return {
    ...Object.fromEntries(Object.keys(lineFields).map((name) => [name, ''])),
    ...lines,
    ...Object.fromEntries(hours),
  }
}

export interface QuickFormView {
  readonly address: string
  readonly csrf: string
  /** The version of the text that the form shows, or changes. */
  readonly seen: string
  readonly form: TypedForm
  readonly problems: FormState<string>['problems']
  readonly conflict?: readonly Difference[]
  /** Whether the last set of hours was just added. */
  readonly isNewRow: boolean
}
