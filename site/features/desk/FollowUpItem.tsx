import { useState } from 'preact/hooks'
import type { FollowUp } from '#protocol/desk-follow-ups.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { rememberFocus } from '../conversation/focus-later.ts'
import type { FollowUpsDesk } from './follow-ups-desk.ts'

/** One thing to do, or done. With `onSelect` it opens its conversation. */
export function FollowUpItem({ desk, followUp, today, onSelect }: FollowUpItemProps) {
  const { id, conversationId, reference, visitorName, dueOn, text, doneAt } = followUp
  const [problem, setProblem] = useState<string | null>(null)
  const name = visitorName ?? `Visitor ${reference.slice(-4)}`
  const words = text ?? 'Held: ask the lead.'
  const isDone = doneAt !== null
  return (
    <li class={!isDone && dueOn < today ? 'desk-follow-ups__item--late' : undefined} data-follow-up={id}>
      <p class={isDone ? 'desk-follow-ups__text desk-follow-ups__text--done' : 'desk-follow-ups__text'}>
        <bdi>{words}</bdi>
      </p>
      <p class="note">{isDone ? 'Done' : dayInWords(dueOn, today)}</p>
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <div class="govuk-button-group desk-follow-ups__do">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={async (event) => {
            // It moves to another list: the focus goes to what all of them stand under.
            const summary = event.currentTarget.closest('section')?.querySelector('summary')
            const goOn = rememberFocus()
            const found = await desk.setDone(id, !isDone)
            setProblem(found)
            if (found === null) goOn(() => summary)
          }}
        >
          {isDone ? 'Not done after all' : 'Done'}
          <span class="govuk-visually-hidden">: {words}</span>
        </button>
        {onSelect && (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => onSelect(conversationId)}
          >
            <span>
              Open <bdi>{name}</bdi>
            </span>
          </button>
        )}
      </div>
    </li>
  )
}

/** "Today", "Overdue since 3 October 2026", "On 3 October 2026". */
function dayInWords(dueOn: string, today: string): string {
  if (dueOn === today) return 'Today'
  return dueOn < today ? `Overdue since ${dateInWords(dueOn)}` : `On ${dateInWords(dueOn)}`
}

type FollowUpItemProps = {
  desk: FollowUpsDesk
  followUp: FollowUp
  /** `YYYY-MM-DD` */
  today: string
  onSelect?: (conversationId: string) => void
}
