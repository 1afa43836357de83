import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatSession } from './chat-session.ts'
import { Over } from './Ended.tsx'
import { OtherWays, type Ways } from './OtherWays.tsx'
import { StartForm } from './StartForm.tsx'
import { Talk } from './Talk.tsx'
import type { Tone } from './tone.ts'

export type ChatAppProps = {
  session: ChatSession
  ways: Ways
  retentionDays: string
  pageFrom: string | undefined
  /** whether this tab announces and sounds; of several only one does */
  speaks: { value: boolean }
  tone: Tone
}

/** The chat, whatever state it is in. */
export function ChatApp({ session, ways, retentionDays, pageFrom, speaks, tone }: ChatAppProps) {
  const view = session.view.value
  const status = session.status.value
  const root = useFocusOnChange(view.is)
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
          speaks={speaks.value}
          tone={tone}
        />
      )}
      {view.is === 'over' && <Over session={session} {...view} />}
    </div>
  )
}

/**
 * After the person's own step from one view to the next, what had the focus is gone: it goes where the next view begins.
 * Whoever was elsewhere on the page, or did it in another tab, is left where they are.
 */
function useFocusOnChange(view: string) {
  const root = useRef<HTMLDivElement>(null)
  const before = useRef(view)
  const wasInside = useRef(false)
  if (before.current !== view) wasInside.current = root.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (before.current === view) return
    before.current = view
    if (!wasInside.current || document.activeElement !== document.body) return
    const target = view === 'before' ? '#chat-name' : 'h2[tabindex="-1"]'
    root.current?.querySelector<HTMLElement>(target)?.focus()
  })
  return root
}
