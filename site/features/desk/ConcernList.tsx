import type { Concern } from '#protocol/concerns.ts'
import { counted } from '#records/counted.ts'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { type ConcernDesk, partConcerns } from './concern-desk.ts'
import { isUnanswered, reminderFor, standingOfConcern, titleOfConcern } from './concern-words.ts'
import { DangerWordList } from './DangerWordList.tsx'

export type ConcernListProps = {
  concerns: ConcernDesk
  openId: string | null
  /** ms UTC */
  now: number
  onSelect: (conversationId: string) => void
}

/**
 * For leads, above all other lists: what waits for an answer, with the time left. It is called out once when it comes
 * (`role=alert`) and said again every minute until a lead has answered.
 */
export function ConcernList({ concerns, openId, now, onSelect }: ConcernListProps) {
  const { isLead, concerns: all } = concerns.view.value
  if (!isLead) return null
  const { unanswered, current, closed } = partConcerns(all)
  const alarm =
    unanswered.length === 0 ? '' : `${counted(unanswered.length, 'safeguarding concern')} for you.`
  const lines = { openId, now, onSelect }
  return (
    <section class="desk-part concerns" aria-labelledby="desk-concerns" data-part="concerns">
      <h2 id="desk-concerns">Concerns {current.length}</h2>
      <p class="concerns__alarm" role="alert">
        {alarm}
      </p>
      <StatusLine class="concerns__reminder" text={reminderFor(unanswered, now)} />
      {current.length === 0 ? <p class="note">No open concerns.</p> : <Lines list={current} {...lines} />}
      {closed.length > 0 && (
        <details class="desk-ended">
          <summary>Closed concerns {closed.length}</summary>
          <Lines list={closed} {...lines} />
        </details>
      )}
      <DangerWordList concerns={concerns} />
    </section>
  )
}

function Lines({
  list,
  openId,
  now,
  onSelect,
}: Omit<ConcernListProps, 'concerns'> & { list: readonly Concern[] }) {
  return (
    <ul class="desk-lines">
      {list.map((concern) => (
        <li key={concern.id}>
          <button
            type="button"
            class="desk-line"
            aria-current={concern.conversationId === openId ? 'true' : undefined}
            onClick={() => onSelect(concern.conversationId)}
          >
            <strong class="desk-line__name">{titleOfConcern(concern)}</strong>
            <span class={isUnanswered(concern) ? 'desk-line__time desk-line__time--late' : 'desk-line__time'}>
              {standingOfConcern(concern, now)}
            </span>
            <span class="desk-line__excerpt">
              Raised by {concern.raisedByName}, {concern.reference}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
