import type { Message } from '#protocol/conversation.ts'
import { inSpeech, toAnnounce } from './announcing.ts'

/**
 * What a screen reader is told: each new message of the other side once, history never. Render it from the start, empty,
 * since screen readers only notice what is added to a live region that is already there.
 */
export function Announcements(props: AnnouncementsProps) {
  const { messages, historyUpTo, own, nameOf, isOfOther, speaks = true } = props
  return (
    <div
      class="govuk-visually-hidden"
      aria-live={speaks ? 'polite' : 'off'}
      aria-relevant="additions"
      data-announcements
    >
      {toAnnounce(messages, historyUpTo, own, isOfOther).map((message) => (
        <p key={message.seq}>
          {message.author === 'notice' ? message.text : `${nameOf(message)} says: ${inSpeech(message)}`}
        </p>
      ))}
    </div>
  )
}

type AnnouncementsProps = {
  messages: readonly Message[]
  /** null before the first sync: nothing is announced */
  historyUpTo: number | null
  own: 'visitor' | 'navigator'
  nameOf: (message: Message) => string
  /** whether a message of this side is somebody else's, and so is told too; nobody's unless said */
  isOfOther?: (message: Message) => boolean
  /** false in the tabs that stay silent because another one shows the same talk */
  speaks?: boolean
}
