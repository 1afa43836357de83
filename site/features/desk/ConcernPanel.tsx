import type { Concern } from '#protocol/concerns.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { type GoOn, rememberFocus } from '../conversation/focus-later.ts'
import { timeOrDay } from '../conversation/plain-times.ts'
import { ConcernRecord } from './ConcernRecord.tsx'
import { isUnanswered, standingOfConcern, titleOfConcern, toldChoices } from './concern-words.ts'
import type { DeskSession } from './desk-session.ts'

export type ConcernPanelProps = {
  session: DeskSession
  concern: Concern
  isLead: boolean
  /** ms UTC */
  now: number
  /** says why something was not done; null when it was */
  onProblem: (problem: string | null, goOn: GoOn) => void
}

/** One concern about the conversation that is open: what worries somebody, who has it, who was told, what comes next. */
export function ConcernPanel({ session, concern, isLead, now, onProblem }: ConcernPanelProps) {
  const { id, reason, raisedByName, raisedAt, told, outcome, reviewOn, closeReason, closedAt, held } = concern
  const headingId = `concern-${id}`
  const { concerns } = session
  const act = async (work: () => Promise<string | null>) => {
    const goOn = rememberFocus()
    onProblem(await work(), goOn)
  }
  return (
    <section class="concern" aria-labelledby={headingId} data-concern={id}>
      <h3 id={headingId} tabIndex={-1} data-concern-heading>
        {titleOfConcern(concern)}
      </h3>
      <p class={isUnanswered(concern) ? 'concern__standing concern__standing--waits' : 'concern__standing'}>
        {standingOfConcern(concern, now)}.
      </p>
      <p>
        Raised by {raisedByName}, {timeOrDay(raisedAt, now)}.
      </p>
      {reason !== '' && <p class="concern__reason">{reason}</p>}
      {told.length > 0 && (
        <ul>
          {told.map(({ id: toldId, whom, toldByName, toldAt, note }) => (
            <li key={toldId}>
              {toldChoices[whom]}: told by {toldByName}, {timeOrDay(toldAt, now)}.
              {note !== null && ` ${note}`}
            </li>
          ))}
        </ul>
      )}
      {outcome !== null && <p class="concern__reason">Outcome: {outcome}</p>}
      {reviewOn !== null && <p>Review on {dateInWords(reviewOn)}.</p>}
      {closeReason !== null && <p class="concern__reason">Closed: {closeReason}</p>}
      {isLead && isUnanswered(concern) && (
        <button type="button" class="govuk-button" onClick={() => void act(() => concerns.acknowledge(id))}>
          I have seen it and I take it
        </button>
      )}
      {isLead && closedAt !== null && held && (
        <>
          <p>
            It is still held. If you release it, every navigator can read it, and its text is removed when its
            time is over.
          </p>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => void act(() => concerns.release(id))}
          >
            Release the conversation
          </button>
        </>
      )}
      <ConcernRecord concerns={concerns} concern={concern} isLead={isLead} now={now} />
    </section>
  )
}
