import { useState } from 'preact/hooks'
import { z } from 'zod'
import { inLondon } from '#records/london-time.ts'
import { rememberFocus } from '../conversation/focus-later.ts'
import { FollowUpItem } from './FollowUpItem.tsx'
import { type FollowUpsDesk, partFollowUps } from './follow-ups-desk.ts'
import { type Drafts, useKeptFields } from './kept-form.ts'

const fields = z.object({ dueOn: z.string(), text: z.string() })
const nothing = { dueOn: '', text: '' }

/** A note to oneself about the conversation that is open, with the day on which it comes up. */
export function FollowUpForm({ desk, drafts, conversationId, now }: FollowUpFormProps) {
  const [draft, change] = useKeptFields(drafts, `follow-up-${conversationId}`, fields, nothing)
  const { dueOn, text } = draft
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  // Only at first: afterwards whoever uses it opens and closes it.
  const [isOpen] = useState(text !== '' || dueOn !== '')
  const today = inLondon(now).date
  const here = desk.view.value.filter((one) => one.conversationId === conversationId)
  const { overdue, today: due, later } = partFollowUps(here, today)

  const save = async () => {
    if (busy) return
    setBusy(true)
    const goOn = rememberFocus()
    const found = await desk.add(conversationId, dueOn, text)
    setBusy(false)
    setProblem(found)
    if (found === null) change(nothing)
    goOn(() => document.getElementById(found === null ? 'desk-follow-up-new' : 'follow-up-text'))
  }
  return (
    <section class="desk-follow-up" aria-labelledby="desk-follow-up-heading">
      <h3 id="desk-follow-up-heading">Follow up</h3>
      <ul class="desk-follow-ups__list">
        {[...overdue, ...due, ...later].map((one) => (
          <FollowUpItem key={one.id} desk={desk} followUp={one} today={today} />
        ))}
      </ul>
      <details class="desk-fold" open={isOpen}>
        <summary id="desk-follow-up-new">Remind me about this</summary>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {problem !== null && (
            <p class="govuk-error-message" id="follow-up-problem" role="alert">
              {problem}
            </p>
          )}
          <label class="govuk-label" for="follow-up-text">
            What do you mean to do?
          </label>
          <input
            id="follow-up-text"
            class="govuk-input"
            type="text"
            autoComplete="off"
            aria-describedby={problem === null ? 'follow-up-hint' : 'follow-up-problem follow-up-hint'}
            value={text}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
          <label class="govuk-label" for="follow-up-on">
            On which day?
          </label>
          <input
            id="follow-up-on"
            class="govuk-input govuk-input--width-10"
            type="date"
            min={today}
            value={dueOn}
            onInput={(event) => change({ dueOn: event.currentTarget.value })}
          />
          <p class="note" id="follow-up-hint">
            Only you see it. It goes when the text of this conversation is removed.
          </p>
          <button
            type="submit"
            class="govuk-button govuk-button--secondary"
            aria-disabled={busy ? 'true' : undefined}
          >
            Save
          </button>
        </form>
      </details>
    </section>
  )
}

export type FollowUpFormProps = {
  desk: FollowUpsDesk
  /** keeps what is typed, through a reload */
  drafts: Drafts
  conversationId: string
  /** ms UTC */
  now: number
}
