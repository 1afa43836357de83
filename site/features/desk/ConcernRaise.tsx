import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { concernAbouts } from '#protocol/concerns.ts'
import { Field } from '../conversation/Field.tsx'
import { type GoOn, rememberFocus } from '../conversation/focus-later.ts'
import { ConcernHelpLines } from './ConcernHelpLines.tsx'
import { aboutChoices } from './concern-words.ts'
import type { DeskSession } from './desk-session.ts'

export type ConcernRaiseProps = {
  session: DeskSession
  conversationId: string
  /** stored, or given up: the form goes */
  onDone: (raised: boolean, goOn: GoOn) => void
}

/** The second of two actions: nothing has to be filled in. */
export function ConcernRaise({ session, conversationId, onDone }: ConcernRaiseProps) {
  const draftName = `concern-${conversationId}`
  const [reason, setReason] = useState(() => session.drafts.load(draftName))
  const [about, setAbout] = useState<(typeof concernAbouts)[number]>('unknown')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  // The same through every try, so that one concern is raised.
  const [clientConcernId] = useState(() => session.newId())
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])

  const keep = (text: string) => {
    setReason(text)
    session.drafts.save(draftName, text)
  }
  const raise = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const goOn = rememberFocus()
    const found = await session.concerns.raise({
      clientConcernId,
      conversationId,
      about,
      reason: reason.trim(),
    })
    setBusy(false)
    setProblem(found)
    if (found !== null) return
    keep('')
    onDone(true, goOn)
  }
  return (
    <section class="concern" aria-labelledby="concern-raise-heading">
      <h3 id="concern-raise-heading" ref={heading} tabIndex={-1}>
        Raise a concern
      </h3>
      <ConcernHelpLines lines={session.helpLines} />
      <p>
        The leads are told at once, on the desk and by email. From then on only they, and the navigator who
        has this conversation, can read it.
      </p>
      <form noValidate onSubmit={(event) => void raise(event)}>
        <fieldset class="govuk-fieldset govuk-form-group">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            Who is it about? (you can leave this out)
          </legend>
          {Object.entries(aboutChoices).map(([value, label]) => (
            <div key={value} class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                type="radio"
                name="about"
                id={`concern-about-${value}`}
                checked={about === value}
                onChange={() => setAbout(concernAbouts.find((choice) => choice === value) ?? 'unknown')}
              />
              <label class="govuk-label govuk-radios__label" for={`concern-about-${value}`}>
                {label}
              </label>
            </div>
          ))}
        </fieldset>
        <Field label="What worries you?" hint="A few words are enough. Leave it out if that is faster.">
          {(attributes) => (
            <textarea
              {...attributes}
              class="govuk-textarea"
              rows={3}
              maxLength={4000}
              value={reason}
              onInput={(event) => keep(event.currentTarget.value)}
            />
          )}
        </Field>
        {problem !== null && (
          <p class="govuk-error-message" role="alert">
            {problem}
          </p>
        )}
        <div class="govuk-button-group concern-send">
          <button
            type="submit"
            class="govuk-button govuk-button--warning"
            aria-disabled={busy ? 'true' : undefined}
          >
            Raise it now
          </button>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => onDone(false, rememberFocus())}
          >
            Not now
          </button>
        </div>
      </form>
    </section>
  )
}
