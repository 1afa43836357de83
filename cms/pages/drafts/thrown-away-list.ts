import { type Html, html } from '#platform/pages/html.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import type { ActionContext } from '../../action-context.ts'
import { mayDo } from '../../drafts/find-draft.ts'
import type { ThrownAwayDraft } from '../../drafts/thrown-away.ts'
import { draftPath } from '../../page-addresses.ts'
import { type PersonShown, personInWords, personReader } from '../../people-in-words.ts'
import type { Place } from '../../records/place.ts'
import { titleOf } from '../../records/stored-records.ts'

/** What was thrown away and the person may bring back, the newest first. */
export async function thrownAwayFor(context: ActionContext): Promise<ShownThrownAway[]> {
  const personOf = personReader(context)
  const drafts = await context.drafts.thrownAway()
  const shown = drafts.map(async (draft) =>
    (await mayDo(context, 'bring-back', draft)) ? showThrownAway(draft, await personOf(draft.by)) : undefined,
  )
  return (await Promise.all(shown)).filter((draft) => draft !== undefined)
}

function showThrownAway(draft: ThrownAwayDraft, by: PersonShown): ShownThrownAway {
  const { collection, slug, at, record } = draft
  return { collection, slug, at, by, title: titleOf(record) }
}

/** Each draft that was thrown away, with a button that brings it back. */
export function thrownAwayList(drafts: readonly ShownThrownAway[], csrf: string): Html {
  return html`<ul class="staff-drafts">${drafts.map(
    (
      draft,
    ) => html`<li><p>“${draft.title}”, thrown away by ${personInWords(draft.by)} on ${instantInWords(draft.at)}</p>
<form method="post" action="${draftPath(draft)}bring-back/">
<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="at" value="${draft.at}">
<button type="submit" class="govuk-button govuk-button--secondary">Bring it back<span class="govuk-visually-hidden">: ${draft.title}</span></button>
</form></li>`,
  )}</ul>`
}

export interface ShownThrownAway extends Place {
  readonly title: string
  /** ms UTC */
  readonly at: number
  readonly by: PersonShown
}
