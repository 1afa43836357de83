import { type Choice, radioField } from '#platform/pages/choice-fields.ts'
import { type FormState, lineField, problemSummary, textField, tickBox } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import type { ShownPage } from '#platform/pages/staff-page-routes.ts'
import type { TaskKind } from '#protocol/insight.ts'
import { counted } from '#records/counted.ts'
import { sayMoment } from '../domain/opening-hours.ts'
import type { EditorTask } from '../storage/editor-tasks.ts'

export const tasksPath = '/desk/tasks/'

export const taskFields = ['kind', 'path', 'words', 'lookedAgain'] as const
export type TaskField = (typeof taskFields)[number]

/** What each kind of task is called. */
const taskKindWords: Readonly<Record<TaskKind, string>> = {
  'wrong-record': 'A page is wrong',
  'make-page': 'Make this answer a page',
}

const kinds: readonly Choice[] = Object.entries(taskKindWords).map(([id, label]) => ({ id, label }))

export interface TasksView extends FormState<TaskField> {
  clientTaskId: string
  csrf: Html
  open: readonly EditorTask[]
  done: readonly EditorTask[]
  countDone: number
  /** whether this person may say that a task is done */
  mayFinish: (task: EditorTask) => boolean
  /** where the CMS is, for links to records */
  cmsOrigin: string
  /** what was just done, in one sentence */
  says: string | undefined
  /** the words look as if they tell who somebody is */
  asksToLookAgain: boolean
  /** ms UTC */
  now: number
}

/** What editors are asked to mend or to write, and what came of it. */
export function tasksPage(view: TasksView): ShownPage {
  const title = 'Tasks for editors'
  return {
    title: view.problems.length > 0 ? `Error: ${title}` : title,
    status: view.problems.length > 0 ? 400 : 200,
    body: html`${problemSummary(view)}
<h1>${title}</h1>
${view.says !== undefined && html`<div class="notice notice--done" role="status"><p>${view.says}</p></div>`}
<p>What families could not find or understand, for editors to mend or to write. ${counted(view.open.length, 'task')} to do, ${view.countDone.toLocaleString('en-GB')} done.</p>
<h2>To do</h2>
${view.open.length === 0 ? html`<p>There is nothing to do.</p>` : html`<ul class="log-list">${view.open.map((task) => openTask(task, view))}</ul>`}
${view.done.length > 0 && html`<h2>Done lately</h2><ul class="log-list">${view.done.map((task) => doneTask(task, view))}</ul>`}
<h2>Ask the editors</h2>
${taskForm(view)}`,
  }
}

function taskForm(view: TasksView): Html {
  return html`<form method="post" action="${tasksPath}" novalidate class="log-form">
${view.csrf}<input type="hidden" name="clientTaskId" value="${view.clientTaskId}">
${radioField(view, 'kind', 'What should they do?', kinds)}
${lineField(view, 'path', 'The page (you can leave this out)', { type: 'text', autocomplete: 'off', hint: 'Its address on this site, like /services/a-club/.' })}
${textField(view, 'words', 'What is wrong, or what should the page say?', { hint: 'Suggest words if you can. Write nothing that tells who a family is: no names, no telephone numbers, no addresses.', rows: 5 })}
${view.asksToLookAgain && tickBox(view, 'lookedAgain', 'I have looked again', 'Nothing in it tells who a family is.')}
<button type="submit" class="govuk-button">Send to the editors</button>
</form>`
}

function openTask(task: EditorTask, view: TasksView): Html {
  const id = `outcome-${task.id}`
  return html`<li class="log-line">
${taskFacts(task, view)}
${
  view.mayFinish(task) &&
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Done</span></summary><div class="govuk-details__text">
<form method="post" action="${tasksPath}${task.id}/done/">${view.csrf}
<div class="govuk-form-group"><label class="govuk-label" for="${id}">What came of it</label>
<input class="govuk-input" id="${id}" name="outcome" type="text" autocomplete="off" maxlength="300" required></div>
<button type="submit" class="govuk-button">It is done</button></form></div></details>`
}
</li>`
}

function doneTask(task: EditorTask, view: TasksView): Html {
  return html`<li class="log-line">
${taskFacts(task, view)}
<p><strong>Done ${sayMoment(task.done_at ?? task.made_at, view.now)}:</strong> ${task.outcome}</p>
</li>`
}

function taskFacts(task: EditorTask, { cmsOrigin, now }: TasksView): Html {
  return html`<p class="log-line__facts"><strong>${taskKindWords[task.kind]}</strong></p>
<p class="log-line__text">${task.words}</p>
${task.path !== null && html`<p><a href="${task.path}">${task.path}</a>${recordLink(task.path, cmsOrigin)}</p>`}
<p class="note">Asked ${sayMoment(task.made_at, now)} by ${task.made_by_name}</p>`
}

/** Collections that have a page for each record, at the same place in the CMS. */
const collections = ['services', 'guides', 'pathways', 'routes', 'easy-read', 'news']

function recordLink(path: string, cmsOrigin: string): Html | null {
  const [collection = '', slug] = path.split('/').filter((part) => part !== '')
  if (slug === undefined || !collections.includes(collection)) return null
  return html` · <a href="${cmsOrigin}/admin/#/collections/${collection}/entries/${slug}">Change it</a>`
}
