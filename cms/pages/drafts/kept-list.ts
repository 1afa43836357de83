import { type Html, html } from '#platform/pages/html.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { inFigures } from '#records/counted.ts'
import type { ActionContext } from '../../action-context.ts'
import { keptDays } from '../../merge/forget-kept.ts'
import { choiceAddress } from '../../page-addresses.ts'
import { type PersonShown, personInWords } from '../../people-in-words.ts'
import { titleOf } from '../../records/stored-records.ts'
import { may } from '../../rights/rights.ts'

/** What waits for a choice: what the person wrote, and for an editor what others wrote in records of theirs. */
export async function keptFor({ kept, actor, nameOf }: ActionContext): Promise<ShownKept[]> {
  const seen = (await kept.all()).filter(({ accountId, record }) =>
    may(actor, accountId === actor.accountId ? 'save' : 'approve', record.facts),
  )
  return Promise.all(
    seen.map(async ({ accountId, role, at, isNew, record, ...place }) => {
      const of = accountId === actor.accountId ? undefined : accountId
      const by = of === undefined ? undefined : { role, name: await nameOf(accountId) }
      return {
        title: titleOf(record),
        isNew,
        at,
        by,
        address: choiceAddress(place, { of, version: record.blob }),
      }
    }),
  )
}

/** The texts that wait, each with the way to its choice; nothing where there is none. */
export function keptList(kept: readonly ShownKept[]): Html | false {
  return (
    kept.length > 0 &&
    html`<h2>Waiting for a choice: ${inFigures(kept.length)}</h2>
<p>Somebody else had changed the same thing, or had the same name, when this was saved. It is kept for ${keptDays} days.</p>
<ul class="staff-drafts">${kept.map(
      ({
        title,
        at,
        by,
        address,
      }) => html`<li><h3><a href="${address}">Choose what stands in “${title}”</a></h3>
<p>Written by ${by ? personInWords(by) : 'you'} on ${instantInWords(at)}</p></li>`,
    )}</ul>`
  )
}

export interface ShownKept {
  readonly title: string
  /** Whether it is a new page whose name was taken. */
  readonly isNew: boolean
  /** ms UTC */
  readonly at: number
  /** Undefined for the person's own. */
  readonly by: PersonShown | undefined
  readonly address: string
}
