import { type Choice, selectField } from '#platform/pages/choice-fields.ts'
import {
  type FormState,
  lineField,
  type Problem,
  problemSummary,
  textField,
  tickBox,
} from '#platform/pages/form-fields.ts'
import { html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { draftPath, editorPath, myServicesPath, proposeServicePath } from '../../page-addresses.ts'
import {
  type LineName,
  type ListName,
  lineNames,
  listNames,
  type TypedProposal,
} from '../../propose/proposal.ts'
import { fieldOfService } from '../../propose/record-field.ts'
import { checkboxesField } from './checkboxes-field.ts'
import { contactFields, timesFields, typedById } from './times-fields.ts'

/** The form for a new service: the few things that its first page needs, in plain HTML. */
export function proposePage(view: ProposeView): Page {
  const { form, problems, organisations, isNewRow } = view
  const state: FormState<string> = {
    typed: {
      ...typedById(form.shortForm),
      ...form.lines,
      confidential: form.isConfidential ? 'yes' : '',
    },
    problems,
  }
  const line = (name: LineName, more: { type?: string; optional?: boolean } = {}) => {
    const { label, hint } = fieldOfService(lineNames[name])
    const words = more.optional === true ? `${label} (optional)` : label
    return lineField(state, name, words, {
      ...{ type: more.type ?? 'text', autocomplete: 'off' },
      ...(hint !== undefined && { hint }),
    })
  }
  const list = (name: ListName, choices?: readonly Choice[]) => {
    const { label, hint, choices: own } = fieldOfService(listNames[name])
    return checkboxesField(state, name, label, {
      ...{ choices: choices ?? own, chosen: form.chosen[name] },
      ...(hint !== undefined && { hint }),
    })
  }
  const [only, ...others] = organisations
  return {
    title: problems.length > 0 ? 'Error: Propose a service' : 'Propose a service',
    breadcrumbs: [...home, { text: 'Your services', href: myServicesPath }],
    body: html`${problemSummary(state)}<h1>Propose a service</h1>
<p>Tell us the main things. An editor looks at it, and then families can find it. You can add pictures and all the rest later.</p>
<form method="post" action="${proposeServicePath}" novalidate>
<input type="hidden" name="csrf" value="${view.csrf}">
<input type="hidden" name="id" value="${form.id}">
<button type="submit" name="do" value="send" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Send to an editor</button>
<h2>The service</h2>
${line('name')}${line('summary')}${line('kind')}
${
  only !== undefined && others.length === 0
    ? html`<input type="hidden" name="provider" value="${only.id}"><p>Provider: ${only.label}</p>`
    : selectField(state, 'provider', fieldOfService('provider').label, {
        ...{ choices: organisations, none: 'Choose one', hint: 'The organisation that runs it.' },
      })
}
${list('categories')}
${textField(state, 'description', 'Description (optional)', { hint: fieldOfService('body').hint ?? '', rows: 5 })}
<h2>Who it is for</h2>
<p>From here you can leave out what you do not know yet.</p>
<div class="staff-hours">${line('youngest')}${line('oldest')}</div>
${list('needs')}
<h2>Getting it</h2>
${list('howIn')}
${textField(state, 'howToApply', 'How to apply', { hint: fieldOfService(lineNames.howToApply).hint ?? '', rows: 3 })}
<h2>When</h2>
${timesFields(state, form.shortForm, isNewRow)}
<h2>Where</h2>
${list('delivery')}
${line('placeName')}${line('address')}${line('town')}${line('postcode')}
${tickBox(state, 'confidential', 'The address is confidential', 'Then leave the place empty: we never store the address.')}
<h2>Contact</h2>
${contactFields(state)}
<h2>When things go wrong</h2>
${checkboxesField(state, 'routes', 'Who can families turn to if this does not happen?', {
  ...{ choices: view.routes, chosen: form.chosen.routes, hint: 'Choose at least one of our pages.' },
})}
<h2>Send it</h2>
<p>When it is published, others may use what you wrote as open data (Open Government Licence v3.0).</p>
<button type="submit" name="do" value="send" class="govuk-button">Send to an editor</button>
</form>`,
  }
}

/** What happens next, once a service was proposed. */
export function proposedPage({
  name,
  slug,
  isEditor,
}: {
  name: string
  slug: string
  isEditor: boolean
}): Page {
  const place = { collection: 'services', slug }
  return {
    title: `Sent – ${name}`,
    breadcrumbs: [...home, { text: 'Your services', href: myServicesPath }],
    body: html`<h1>We have your proposal</h1>
<div class="govuk-inset-text" role="status"><p>“${name}” is waiting for an editor.</p></div>
<h2>What happens next</h2>
<ol>
<li>An editor at the council reads it. If something is not clear, they write you a note, and you get an email.</li>
<li>When it is right, they publish it. Families can find it a few minutes later.</li>
<li>Once a year, or sooner, we ask you whether it is still correct.</li>
</ol>
<ul>
<li><a href="${draftPath(place)}">${isEditor ? 'Look at the draft and publish it' : 'See your draft and what happens to it'}</a></li>
<li><a href="${editorPath(place)}">Add pictures and all the rest in the full editor</a></li>
<li><a href="${proposeServicePath}">Propose another service</a></li>
</ul>`,
  }
}

export interface ProposeView {
  readonly csrf: string
  readonly form: TypedProposal
  readonly problems: readonly Problem<string>[]
  /** Those for which the person may propose a service. */
  readonly organisations: readonly Choice[]
  readonly routes: readonly Choice[]
  /** Whether the last set of hours was just added. */
  readonly isNewRow: boolean
}
