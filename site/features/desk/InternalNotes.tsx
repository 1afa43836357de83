import { useState } from 'preact/hooks'
import { rememberFocus } from '../conversation/focus-later.ts'
import { timeOrDay } from '../conversation/plain-times.ts'
import { StatusLine } from '../conversation/StatusLine.tsx'
import type { NotesDesk } from './notes-desk.ts'

/** What staff write for each other. Nothing here looks like a reply: its own place, colour and words. */
export function InternalNotes({ desk, conversationId, now }: InternalNotesProps) {
  const [text, setText] = useState(() => desk.draft(conversationId))
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const notes = desk.view.value[conversationId] ?? []
  const newest = notes.at(-1)

  const save = async () => {
    if (busy) return
    setBusy(true)
    const goOn = rememberFocus()
    const found = await desk.add(conversationId, text)
    setBusy(false)
    setProblem(found)
    // What was typed meanwhile is another note.
    if (found === null) setText((typed) => (typed === text ? '' : typed))
    goOn(() => document.getElementById('note-text'))
  }
  return (
    <section class="desk-notes" aria-labelledby="desk-notes-heading">
      <h3 id="desk-notes-heading">Notes</h3>
      <p class="desk-notes__who">Only staff see this</p>
      {notes.length === 0 ? (
        <p class="note">No notes yet.</p>
      ) : (
        <ol class="desk-notes__list">
          {notes.map(({ id, authorName, text: words, writtenAt }) => (
            <li key={id} data-note={id}>
              <p class="desk-notes__text" dir="auto">
                {words}
              </p>
              <p class="note">
                <bdi>{authorName ?? 'Someone who has left'}</bdi>, {timeOrDay(writtenAt, now)}
              </p>
            </li>
          ))}
        </ol>
      )}
      <StatusLine
        class="govuk-visually-hidden"
        text={newest ? `Newest note, by ${newest.authorName ?? 'someone who has left'}.` : ''}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label class="govuk-label" for="note-text">
          Write a note for colleagues
        </label>
        {problem !== null && (
          <p class="govuk-error-message" id="note-problem" role="alert">
            {problem}
          </p>
        )}
        <textarea
          id="note-text"
          class={problem === null ? 'govuk-textarea' : 'govuk-textarea govuk-textarea--error'}
          rows={3}
          aria-describedby={problem === null ? 'note-hint' : 'note-problem note-hint'}
          aria-invalid={problem === null ? undefined : 'true'}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value)
            desk.keepDraft(conversationId, event.currentTarget.value)
            setProblem(null)
          }}
        />
        <p class="note" id="note-hint">
          The family does not see it here. They get it if they ask for all that we keep about them.
        </p>
        <button
          type="submit"
          class="govuk-button govuk-button--secondary"
          aria-disabled={busy ? 'true' : undefined}
        >
          Save note
        </button>
      </form>
    </section>
  )
}

export type InternalNotesProps = {
  desk: NotesDesk
  conversationId: string
  /** ms UTC */
  now: number
}
