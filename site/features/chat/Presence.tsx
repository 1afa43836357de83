import type { HelpdeskStatus } from '#protocol/visitor.ts'
import { OtherWays, type Ways } from './OtherWays.tsx'

/** Whether anybody reads now, and how long it may take: only what is true. */
export function Presence({ status, ways }: { status: HelpdeskStatus; ways: Ways }) {
  if (status.available)
    return (
      <div class="chat-presence" data-presence="here">
        <p class="chat-presence__here">{status.sentence}</p>
        {status.expectedWaitMinutes === null && (
          <p class="note">We cannot say how long you may wait: too few people have waited lately.</p>
        )}
      </div>
    )
  return (
    <div class="notice" data-presence={status.open ? 'nobody-free' : 'closed'}>
      <p class="notice__title">{status.sentence}</p>
      <p>
        {status.open
          ? 'You can also reach us another way.'
          : 'You can write here now and read the answer here later, on this device. Or reach us another way.'}
      </p>
      <OtherWays ways={ways} />
    </div>
  )
}
