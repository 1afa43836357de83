import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { messageText, wordsBesideCard } from '#protocol/conversation.ts'
import { createTypingSignal } from './typing-signal.ts'

export type ComposerProps = {
  /** names the box, such as "Your message" */
  label: string
  /** what was typed and not sent */
  draft: string
  onDraft: (text: string) => void
  onSend: (text: string) => void
  onTyping: (typing: boolean) => void
  /** false while something else goes with the words, so that they can be left out */
  wordsNeeded?: boolean
  /** the language that is written here: spelling is checked in it, and no word is changed by itself */
  language?: string
  /** a slash was typed in the empty box: something else opens in its place */
  onSlash?: (() => void) | undefined
  /** stands above the box */
  children?: preact.ComponentChildren
}

/** Where one writes. Enter sends, Shift and Enter starts a new line; what is typed is never lost by an error. */
export function Composer(props: ComposerProps) {
  const { label, draft, onDraft, onSend, onTyping, wordsNeeded = true, language, onSlash, children } = props
  const [problem, setProblem] = useState<string | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const typing = useMemo(() => createTypingSignal(onTyping), [onTyping])
  useEffect(() => typing.stopped, [typing])

  const send = () => {
    const parsed = (wordsNeeded ? messageText : wordsBesideCard).safeParse(draft)
    box.current?.focus()
    if (!parsed.success) {
      setProblem(parsed.error.issues[0]?.message ?? 'Check your message.')
      return
    }
    setProblem(null)
    typing.stopped()
    onSend(parsed.data)
    onDraft('')
  }
  return (
    <form
      class="composer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label class="composer__label" for="composer-text">
        {label}
      </label>
      <p class="govuk-visually-hidden" id="composer-hint">
        Press Enter to send. Press Shift and Enter for a new line.
      </p>
      {children}
      {problem !== null && (
        <p class="govuk-error-message" id="composer-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="composer__row">
        <textarea
          ref={box}
          id="composer-text"
          class={problem === null ? 'govuk-textarea' : 'govuk-textarea govuk-textarea--error'}
          rows={2}
          enterkeyhint="send"
          {...(language !== undefined && { lang: language, spellcheck: true, autocorrect: 'off' })}
          aria-describedby={problem === null ? 'composer-hint' : 'composer-problem composer-hint'}
          aria-invalid={problem === null ? undefined : 'true'}
          value={draft}
          onInput={(event) => {
            onDraft(event.currentTarget.value)
            setProblem(null)
            typing.typed()
          }}
          onKeyDown={(event) => {
            if (onSlash && event.key === '/' && draft === '') {
              event.preventDefault()
              onSlash()
              return
            }
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        <button type="submit" class="govuk-button">
          Send
        </button>
      </div>
    </form>
  )
}
