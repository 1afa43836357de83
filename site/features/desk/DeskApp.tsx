import { outOfDate } from '../conversation/wire-rules.ts'
import { Desk } from './Desk.tsx'
import type { DeskSession } from './desk-session.ts'

/** The desk, whatever state it is in. */
export function DeskApp({ session }: { session: DeskSession }) {
  const view = session.view.value
  if (view.is === 'desk') return <Desk session={session} view={view} />
  if (view.is === 'loading') return <p role="status">Opening the desk…</p>
  if (view.is === 'unreachable')
    return (
      <div class="notice notice--danger">
        <p role="alert">We cannot reach the helpdesk right now.</p>
        <button type="button" class="govuk-button" onClick={() => void session.start()}>
          Try again
        </button>
      </div>
    )
  if (view.message === outOfDate.message)
    return (
      <div class="notice">
        <p class="notice__title" role="alert">
          {view.message}
        </p>
        <p>What you had typed is kept in this tab.</p>
        <button type="button" class="govuk-button" onClick={() => location.reload()}>
          Reload this page
        </button>
      </div>
    )
  return (
    <div class="notice">
      <p class="notice__title" role="alert">
        {view.message}
      </p>
      <p>The desk is for navigators and leads. What you had typed is kept in this tab.</p>
      <a class="govuk-button" href="/sign-in/?next=/desk/">
        Sign in
      </a>
    </div>
  )
}
