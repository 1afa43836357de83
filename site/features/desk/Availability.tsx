import { useRef } from 'preact/hooks'
import type { DeskSession, DeskView } from './desk-session.ts'

/** Whether new chats may come to this navigator. Families see "available" only while somebody is. */
export function Availability({ session, view }: AvailabilityProps) {
  const { me, queue, link } = view.state
  const changing = useRef(false)
  if (!me) return null
  const change = async () => {
    if (changing.current) return
    changing.current = true
    await session.setAvailable(!me.available)
    changing.current = false
  }
  const connected = link === 'connected' || link === 'restored'
  return (
    <div class="desk__me">
      <p class="desk__name">
        <bdi>{me.name}</bdi>
      </p>
      <button
        type="button"
        role="switch"
        class="desk-switch"
        aria-checked={me.available ? 'true' : 'false'}
        aria-label="Available for new chats"
        onClick={() => void change()}
      >
        <span class="desk-switch__dot" aria-hidden="true" />
        <span>{me.available ? 'Available' : 'Away'}</span>
      </button>
      <p class="note">
        {!connected
          ? 'You are not connected: families do not see you as available.'
          : me.available
            ? 'Families see that a navigator is here.'
            : 'New chats do not count on you. Switch to “Available” when you are ready.'}
        {queue && !queue.open && ' The helpdesk is closed now by its opening hours.'}
      </p>
    </div>
  )
}

type AvailabilityProps = { session: DeskSession; view: Extract<DeskView, { is: 'desk' }> }
