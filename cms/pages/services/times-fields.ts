import {
  described,
  errorMessage,
  type FormState,
  lineField,
  problemOf,
  textField,
} from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { partsOfTheYear, weekdays } from '#records/taxonomy.ts'
import { lineFields, type TypedForm, type TypedTime } from '../../short-form/short-form.ts'

/** The regular times of a service, a button for one more, and notes on them. */
export function timesFields(state: FormState<string>, form: TypedForm, isNewRow: boolean): Html {
  return html`<input type="hidden" name="times" value="${form.times.length}">
<p>Write times like 9am, 5:30pm or 17:30.</p>
${form.times.map((time, row) => timeRow(state, time, row, isNewRow && row === form.times.length - 1))}
<p class="staff-more"><button type="submit" name="do" value="more" class="govuk-button govuk-button--secondary">Add another time</button></p>
${textField(state, 'notes', 'Notes on times', { hint: 'For example: “Closed on bank holidays. Quietest before 10am.”', rows: 3 })}`
}

/** How families reach a service. */
export function contactFields(state: FormState<string>): Html {
  return html`${lineField(state, 'telephone', 'Telephone', { type: 'tel', autocomplete: 'off', hint: 'One that somebody answers. For example, 01632 960 014.' })}
${lineField(state, 'email', 'Email', { type: 'email', autocomplete: 'off', hint: 'A team’s address, not a person’s.' })}
${lineField(state, 'website', 'Website', { type: 'url', autocomplete: 'off', hint: 'The page of this service, not the front page, if there is one.' })}`
}

function timeRow(state: FormState<string>, time: TypedTime, row: number, isNew: boolean): Html {
  const id = `time-${row}`
  const field = (name: 'opens' | 'closes', label: string) =>
    lineField(state, `${id}-${name}`, label, { type: 'text', autocomplete: 'off' })
  return html`<fieldset class="govuk-fieldset staff-time">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Time ${row + 1}</legend>
<input type="hidden" name="${id}-key" value="${time.key}">
${daysField(state, `${id}-days`, time, isNew)}
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

/** The first box has the name of the field: what is wrong leads there. */
function daysField(state: FormState<string>, field: string, { days }: TypedTime, isNew: boolean): Html {
  const problem = problemOf(state, field)
  const idOf = (day: string, index: number) => (index === 0 ? field : `${field}-${day}`)
  return html`<fieldset class="govuk-fieldset govuk-form-group${problem && ' govuk-form-group--error'}"${described(field, undefined, problem)}>
<legend class="govuk-label">Days</legend>
${problem && errorMessage(field, problem)}
<div class="staff-days">${weekdays.map(
    ({ id, label }, index) => html`<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="${idOf(id, index)}" name="${field}" type="checkbox" value="${id}"${days.includes(id) && html` checked`}${isNew && index === 0 && html` autofocus`}>
<label class="govuk-checkboxes__label" for="${idOf(id, index)}">${label}</label></div>`,
  )}</div></fieldset>`
}

/** What was typed, by the ids of the fields. */
export function typedById({ times, lines }: TypedForm): Record<string, string> {
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
