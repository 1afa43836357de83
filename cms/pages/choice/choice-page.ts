import { lineField, type Problem, problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import type { Difference } from '../../history/differences.ts'
import type { ConflictInWords } from '../../merge/conflict-in-words.ts'
import { choiceAddress, choicePath, draftsPath } from '../../page-addresses.ts'
import type { Place } from '../../records/place.ts'
import { differenceList } from '../difference-list.ts'

/** Where somebody chooses between what two people wrote. Nothing is chosen before they choose. */
export function choicePage(view: ChoiceView): Page {
  const { title, place, problems, notice } = view
  const heading =
    view.kind === 'taken' ? `Find another name for “${title}”` : `Choose what stands in “${title}”`
  return {
    title: `${problems.length > 0 ? 'Error: ' : ''}${heading}`,
    breadcrumbs: home,
    body: html`${problemSummary({ typed: {}, problems })}<h1>${heading}</h1>
${notice !== undefined && html`<div class="govuk-inset-text" role="status"><p>${notice}</p></div>`}
${view.intro.map((sentence) => html`<p>${sentence}</p>`)}
<form method="post" action="${choicePath(place)}" novalidate>${hiddenFields(view)}
${view.questions.map((question) => questionField(view, question))}
${view.kind === 'taken' && nameField(view)}
<button type="submit" name="do" value="choose" class="govuk-button">${view.words.save}</button>
${view.kept.map(({ heading: words, differences }) => html`<h2>${words}</h2>${differenceList(differences, view.keptNames)}`)}
${view.mine.length > 0 && html`<h2>${view.words.mineHeading}</h2>${factsOf(view.mine)}`}
<h2>${view.words.dropHeading}</h2>
<p>${view.words.dropHint}</p>
<button type="submit" name="do" value="drop" class="govuk-button govuk-button--secondary">${view.words.drop}</button>
</form>`,
  }
}

/** Asks once more before something is thrown away. */
export function dropPage(
  view: Pick<ChoiceView, 'title' | 'place' | 'csrf' | 'seen' | 'of' | 'version' | 'words'>,
): Page {
  return {
    title: view.words.dropQuestion,
    breadcrumbs: home,
    body: html`<h1>${view.words.dropQuestion}</h1>
<p>${view.words.dropHint}</p>
<form method="post" action="${choicePath(view.place)}">${hiddenFields(view)}
<button type="submit" name="do" value="drop-now" class="govuk-button govuk-button--warning">${view.words.dropNow}</button>
</form>
<p><a href="${choiceAddress(view.place, view)}">No, go back to the choice</a></p>`,
  }
}

/** What stands after a choice. */
export function chosenPage({ title, words, next }: ChosenView): Page {
  return {
    title: `Done – ${title}`,
    breadcrumbs: home,
    body: html`<h1>${title}</h1>
<div class="govuk-inset-text" role="status"><p>${words}</p></div>
<ul>${next.map(({ address, label }) => html`<li><a href="${address}">${label}</a></li>`)}
<li><a href="${draftsPath}">See all drafts</a></li></ul>`,
  }
}

function hiddenFields({
  csrf,
  seen,
  of,
  version,
}: Pick<ChoiceView, 'csrf' | 'seen' | 'of' | 'version'>): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="seen" value="${seen}">
${of !== undefined && html`<input type="hidden" name="of" value="${of}">`}${version !== undefined && html`<input type="hidden" name="kept" value="${version}">`}`
}

function questionField({ problems, chosen, words }: ChoiceView, question: ConflictInWords): Html {
  const id = questionId(question.id)
  const problem = problems.find(({ field }) => field === id)?.message
  const option = (side: 'there' | 'mine', label: string, lines: readonly string[]) => {
    const own = side === 'there' ? id : `${id}-mine`
    return html`<div class="govuk-radios__item">
<input class="govuk-radios__input" type="radio" name="${id}" id="${own}" value="${side}" aria-describedby="${own}-says"${chosen.get(question.id) === side && html` checked`}>
<label class="govuk-label govuk-radios__label" for="${own}">${label}</label>
<div id="${own}-says" class="staff-choice__says">${linesIn(lines)}</div></div>`
  }
  return html`<fieldset class="govuk-fieldset govuk-form-group staff-choice${problem !== undefined && ' govuk-form-group--error'}" aria-describedby="${id}-before${problem !== undefined && ` ${id}-error`}">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${question.field}</legend>
<div id="${id}-before" class="govuk-hint">Before: ${question.before.length === 0 ? 'nothing' : question.before.join('; ')}</div>
${problem !== undefined && html`<p id="${id}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${problem}</p>`}
<div class="govuk-radios">${option('there', words.there, question.there)}${option('mine', words.mine, question.mine)}</div>
</fieldset>`
}

/** What was written, field by field. */
function factsOf(written: readonly Difference[]): Html {
  return html`<dl class="staff-facts">${written.map(
    ({ field, after }) =>
      html`<div><dt>${field}</dt><dd>${after.length === 0 ? 'nothing' : after.join('; ')}</dd></div>`,
  )}</dl>`
}

/** Paragraphs and items one under the other; nothing is said as such. */
function linesIn(lines: readonly string[]): Html {
  return lines.length === 0 ? html`<p>Nothing</p>` : html`${lines.map((line) => html`<p>${line}</p>`)}`
}

function nameField({ problems, slug }: ChoiceView): Html {
  const hint = 'It is the end of the page’s address. Small letters, numbers and hyphens: “quiet-swim-north”.'
  return lineField({ typed: { slug }, problems }, 'slug', 'Another name', {
    type: 'text',
    autocomplete: 'off',
    hint,
  })
}

/** Under this name the form sends what was chosen for a field. */
export function questionId(id: string): string {
  return `choice-${id}`
}

export interface ChoiceView {
  readonly kind: 'fields' | 'removed' | 'taken'
  readonly title: string
  readonly place: Place
  readonly csrf: string
  readonly seen: string
  /** Whose kept text it is, where that is not the person's own. */
  readonly of: string | undefined
  /** The version of the kept text; undefined where a draft stands against what is published. */
  readonly version: string | undefined
  readonly intro: readonly string[]
  /** What was done, or why nothing was. */
  readonly notice: string | undefined
  readonly problems: readonly Problem<string>[]
  readonly questions: readonly ConflictInWords[]
  readonly chosen: ReadonlyMap<string, 'there' | 'mine'>
  /** What is kept without a question. */
  readonly kept: readonly { readonly heading: string; readonly differences: readonly Difference[] }[]
  readonly keptNames: { readonly before: string; readonly after: string }
  /** All that was written, where there is nothing to compare it with. */
  readonly mine: readonly Difference[]
  /** The other name that is offered, or was typed. */
  readonly slug: string
  readonly words: ChoiceWords
}

export interface ChoiceWords {
  readonly there: string
  readonly mine: string
  readonly save: string
  readonly mineHeading: string
  readonly mineKept: string
  readonly thereKept: string
  readonly dropHeading: string
  readonly dropHint: string
  readonly drop: string
  readonly dropQuestion: string
  readonly dropNow: string
}

interface ChosenView {
  readonly title: string
  readonly words: string
  readonly next: readonly { readonly address: string; readonly label: string }[]
}
