import { useRef, useState } from 'preact/hooks'
import type { Rating } from '#protocol/parting.ts'
import { Choices } from './Choices.tsx'

export type RatingFormProps = {
  /** what is stored; null before the first answer */
  rating: Rating | null
  /** stores it; resolves with what went wrong, a sentence, or null */
  onRate: (rating: Rating) => Promise<string | null>
}

/** Two questions at the end. The answer can be changed. */
export function RatingForm({ rating, onRate }: RatingFormProps) {
  const [helped, setHelped] = useState(rating?.helped ?? null)
  const [ease, setEase] = useState(rating?.ease ?? null)
  const [problem, setProblem] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const isStored = rating !== null && rating.helped === helped && rating.ease === ease

  const rate = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setMissing(helped === null)
    if (helped === null) {
      form.current?.querySelector('input')?.focus()
      return
    }
    setBusy(true)
    setProblem(await onRate({ helped, ease }))
    setBusy(false)
  }
  return (
    <form ref={form} class="chat-rating" noValidate onSubmit={(event) => void rate(event)}>
      <h3>How was it?</h3>
      <Choices
        id="rating-helped"
        question="Did this chat help you?"
        problem={missing && helped === null ? 'Choose one of the answers.' : undefined}
        kind="radio"
        options={helpedOptions}
        chosen={helped === null ? [] : [helped]}
        onChoose={setHelped}
      />
      <Choices
        id="rating-ease"
        question="Was it easy to talk to us? (you can leave this out)"
        kind="radio"
        options={easeOptions}
        chosen={ease === null ? [] : [ease]}
        onChoose={setEase}
      />
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <button
        type="submit"
        class="govuk-button govuk-button--secondary"
        aria-disabled={busy ? 'true' : undefined}
      >
        {rating === null ? 'Send my answers' : 'Change my answers'}
      </button>
      <p role="status" class="chat-done">
        {isStored && 'Thank you. We have your answers.'}
      </p>
    </form>
  )
}

const helpedOptions = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'A bit' },
  { value: 'no', label: 'No' },
] as const
const easeOptions = [
  { value: 'easy', label: 'Yes, it was easy' },
  { value: 'between', label: 'In between' },
  { value: 'hard', label: 'No, it was hard' },
] as const
