import { lineField, textField } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { draftPath } from '../../page-addresses.ts'
import { untilThen } from './draft-in-words.ts'
import type { DraftView } from './draft-page.ts'
import type { ShownDraft } from './read-draft.ts'
import type { Step } from './steps.ts'

/** The steps that need nothing but a press. */
export function stepButtons(draft: ShownDraft, view: DraftView): Html | false {
  const offered = buttons.filter(({ step, when = () => true }) => draft.steps.has(step) && when(draft))
  if (offered.length === 0) return false
  return html`<h2 id="steps">What you can do</h2>
<form method="post" action="${draftPath(draft.place)}" class="staff-steps">
${hidden(draft, view)}
${offered.map(
  ({ does, label, kind }) =>
    html`<button type="submit" name="do" value="${does}" class="govuk-button${kind === undefined ? '' : ` govuk-button--${kind}`}">${label}</button>`,
)}
</form>
${draft.steps.has('publish') && html`<p>What families see changes only when this is published. That takes a minute or so.</p>`}
${draft.steps.has('submit') && !draft.steps.has('publish') && html`<p>An editor at the council looks at it and publishes it. ${untilThen(draft)}</p>`}
${draft.steps.has('withdraw') && !draft.steps.has('publish') && html`<p>It is with the editors at the council. You get an email when it is published, or when they ask for something. ${untilThen(draft)}</p>`}`
}

/** When the CMS is to publish the draft by itself. */
export function scheduleForm(draft: ShownDraft, view: DraftView): Html {
  const { scheduled } = draft.state
  return html`<h2>${scheduled ? 'Choose another time' : 'Publish it at a set time'}</h2>
<form method="post" action="${draftPath(draft.place)}" novalidate>
${hidden(draft, view)}
${lineField(view.form, 'date', 'Day', { type: 'date', autocomplete: 'off', hint: 'Within a year from now' })}
${lineField(view.form, 'time', 'Time in London', { type: 'text', autocomplete: 'off', hint: 'For example, 9am or 17:30' })}
<div class="staff-steps">
<button type="submit" name="do" value="schedule" class="govuk-button govuk-button--secondary">${scheduled ? 'Change the time' : 'Publish it then'}</button>
${scheduled && html`<button type="submit" name="do" value="unschedule" class="govuk-button govuk-button--secondary">Do not publish it by itself</button>`}
</div>
</form>`
}

/** A note, alone or with which the draft goes back to whoever wrote it. */
export function noteForm(draft: ShownDraft, view: DraftView): Html {
  const mayAsk = draft.steps.has('publish') && draft.state.status !== 'draft'
  return html`<form method="post" action="${draftPath(draft.place)}" novalidate>
${hidden(draft, view)}
${textField(view.form, 'text', 'Write a note', { hint: `For example: “Is the new number right?” No names of children or families. ${draft.noteIsHeard}`, rows: 4 })}
<div class="staff-steps">
<button type="submit" name="do" value="note" class="govuk-button govuk-button--secondary">Send the note</button>
${mayAsk && html`<button type="submit" name="do" value="ask" class="govuk-button govuk-button--secondary">Send it back with this note</button>`}
</div>
</form>`
}

function hidden({ seen }: Pick<ShownDraft, 'seen'>, { csrf }: Pick<DraftView, 'csrf'>): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="seen" value="${seen}">`
}

/** In the order in which they are offered. */
const buttons: readonly StepButton[] = [
  { step: 'publish', does: 'publish', label: 'Publish now', when: ({ conflict }) => !conflict },
  {
    step: 'submit',
    does: 'submit',
    label: 'Send to the editors',
    when: ({ steps }) => !steps.has('publish'),
  },
  {
    step: 'submit',
    does: 'submit',
    label: 'Put it in review',
    kind: 'secondary',
    when: ({ steps }) => steps.has('publish'),
  },
  { step: 'approve', does: 'approve', label: 'Approve, publish later', kind: 'secondary' },
  { step: 'reopen', does: 'reopen', label: 'Put it back in review', kind: 'secondary' },
  {
    step: 'withdraw',
    does: 'withdraw',
    label: 'Take it back',
    kind: 'secondary',
    when: ({ steps }) => !steps.has('publish'),
  },
  { step: 'throw-away', does: 'throw-away', label: 'Throw it away', kind: 'secondary' },
]

interface StepButton {
  readonly step: Step
  /** The value of the button. */
  readonly does: string
  readonly label: string
  readonly kind?: string
  readonly when?: (draft: ShownDraft) => boolean
}
