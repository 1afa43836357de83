import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ChatSession } from './chat-session.ts'
import { OtherWays, type Ways } from './OtherWays.tsx'
import { StartForm } from './StartForm.tsx'
import { Talk } from './Talk.tsx'

export type ChatAppProps = {
  session: ChatSession
  ways: Ways
  retentionDays: string
  pageFrom: string | undefined
  /** what the visitor types but has not sent, kept through a reload */
  composing: { load: () => string; save: (text: string) => void }
}

/** The chat, whatever state it is in. */
export function ChatApp({ session, ways, retentionDays, pageFrom, composing }: ChatAppProps) {
  const view = session.view.value
  const status = session.status.value
  const root = useFocusOnChange(view.is)
  const [draft, setDraft] = useState(composing.load)
  const keepDraft = useCallback(
    (text: string) => {
      setDraft(text)
      composing.save(text)
    },
    [composing],
  )
  useEffect(() => {
    if (view.is === 'over') keepDraft('')
  }, [view.is, keepDraft])
  return (
    <div ref={root} data-view={view.is}>
      {view.is === 'loading' && <p role="status">Opening the chat…</p>}
      {view.is === 'unreachable' && (
        <div class="notice notice--danger">
          <p role="alert">
            We cannot reach the helpdesk right now. You can try again, or reach us another way.
          </p>
          <button type="button" class="govuk-button" onClick={() => void session.restore()}>
            Try again
          </button>
          <OtherWays ways={ways} />
        </div>
      )}
      {view.is === 'before' && (
        <StartForm session={session} view={view} status={status} ways={ways} pageFrom={pageFrom} />
      )}
      {view.is === 'talk' && (
        <Talk
          session={session}
          state={view.state}
          ending={view.ending}
          endProblem={view.endProblem}
          ways={ways}
          retentionDays={retentionDays}
          draft={draft}
          onDraft={keepDraft}
        />
      )}
      {view.is === 'over' && <Over session={session} {...view} />}
    </div>
  )
}

type OverProps = { session: ChatSession; clearing: boolean; problem: string | null }

function Over({ session, clearing, problem }: OverProps) {
  const cleared = !clearing && problem === null
  return (
    <div class="panel">
      <h2 tabIndex={-1}>
        {cleared ? 'The chat has ended and is cleared from this device' : 'The chat has ended'}
      </h2>
      {problem === null ? (
        <p role="status">
          {clearing
            ? 'Clearing it from this device…'
            : 'Thank you for talking to us. You can write again at any time.'}
        </p>
      ) : (
        <>
          <p role="alert">{problem}</p>
          <button type="button" class="govuk-button" onClick={() => void session.forget()}>
            Clear this device
          </button>
        </>
      )}
      <p>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => session.showStart()}
        >
          Start a new chat
        </button>
      </p>
    </div>
  )
}

/** After the person's own step from one view to the next, the focus goes where that view begins. */
function useFocusOnChange(view: string) {
  const root = useRef<HTMLDivElement>(null)
  const before = useRef(view)
  useEffect(() => {
    const from = before.current
    before.current = view
    if (from === view || from === 'loading') return
    const target = view === 'before' ? '#chat-name' : 'h2[tabindex="-1"]'
    root.current?.querySelector<HTMLElement>(target)?.focus()
  }, [view])
  return root
}
