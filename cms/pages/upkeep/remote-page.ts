import { type Html, html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import type { ActionContext } from '../../action-context.ts'
import { mainOf } from '../../git/main-branch.ts'
import { differencesOf } from '../../history/differences.ts'
import { namesOfRecords } from '../../history/read-history.ts'
import type { NameOfRecord } from '../../history/value-in-words.ts'
import { contentRemotePath } from '../../page-addresses.ts'
import { definitionNamed } from '../../records/record-file.ts'
import { titleOf } from '../../records/stored-records.ts'
import type { RemoteTrouble } from '../../remote/content-remote.ts'
import type { RemoteConflict } from '../../remote/remote-choice.ts'
import { differenceList } from '../difference-list.ts'

/** How the content stands to the remote repository; where both changed the same lines, both versions and a choice. */
export async function remotePage(context: ActionContext, view: RemoteView): Promise<Page> {
  const { words, trouble, conflict, csrf } = view
  const title = conflict ? 'Choose what stands' : 'The remote repository'
  const nameOfRecord = await namesOfRecords(context, await mainOf(context.repository))
  return {
    title,
    breadcrumbs: home,
    body: html`<h1>${title}</h1>
<p role="status">${words ?? 'The content here and at the remote repository is the same.'}</p>
${trouble !== undefined && trouble !== 'conflict' && html`<p>${whatToDo[trouble]}</p><p><a href="${contentRemotePath}">Look again</a></p>`}
${
  conflict &&
  html`<p>These pages were changed here and at the remote repository. Both versions are kept until you choose one. The other stays in the history.</p>
<form method="post" action="${contentRemotePath}">
<input type="hidden" name="csrf" value="${csrf}">
<input type="hidden" name="ours" value="${conflict.ours}">
<input type="hidden" name="theirs" value="${conflict.theirs}">
${conflict.files.map((file) => choiceOf(file, nameOfRecord))}
<button type="submit" class="govuk-button">Use what I chose</button>
</form>`
}
<p><a href="/admin/">Go to the CMS</a></p>`,
  }
}

/** What an editor does about it, if anything. */
const whatToDo: Readonly<Record<Exclude<RemoteTrouble['kind'], 'conflict'>, string>> = {
  unreachable: 'You need not do anything. The CMS tries again by itself, at least every five minutes.',
  'moved-on': 'You need not do anything. The CMS tries again by itself, at least every five minutes.',
  'sign-in': 'Tell the people who run the site. Once they have mended it, the CMS goes on by itself.',
  rejected: 'Tell the people who run the site. Once they have mended it, the CMS goes on by itself.',
  unrelated: 'Tell the people who run the site. Once they have mended it, the CMS goes on by itself.',
  unfit:
    'Tell whoever works on the remote repository. Once they have mended it there, the CMS goes on by itself.',
}

type File = RemoteConflict['files'][number]

function choiceOf({ path, here, there }: File, nameOfRecord: NameOfRecord): Html {
  const known = here ?? there
  const definition = known && definitionNamed(known.collection)
  const differences = definition ? differencesOf(definition, here?.content, there?.content, nameOfRecord) : []
  const option = (side: 'here' | 'there', words: string) => html`<div class="govuk-radios__item">
<input class="govuk-radios__input" type="radio" id="${side}:${path}" name="side:${path}" value="${side}" required>
<label class="govuk-label govuk-radios__label" for="${side}:${path}">${words}</label></div>`
  return html`<section class="panel staff-card"><h2>${known ? titleOf(known) : path}</h2>
${!here && html`<p>It was removed here.</p>`}${!there && html`<p>It was removed at the remote repository.</p>`}
${differenceList(differences, { before: 'Here', after: 'Remote' })}
<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Which of the two stands?</legend>
<div class="govuk-radios">${option('here', 'The one from here')}${option('there', 'The one from the remote repository')}</div>
</fieldset></section>`
}

interface RemoteView {
  readonly words: string | null
  /** What kind of trouble there is, if any. */
  readonly trouble: RemoteTrouble['kind'] | undefined
  readonly conflict: RemoteConflict | undefined
  readonly csrf: string
}
