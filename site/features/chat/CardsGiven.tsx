import type { Message } from '#protocol/conversation.ts'
import { SaveButton } from '../shortlist/SaveButton.tsx'

/** The pages that the navigator gave in this chat. Services can be saved to the shortlist of this device. */
export function CardsGiven({ messages }: { messages: readonly Message[] }) {
  const cards = new Map(messages.flatMap(({ card }) => (card ? [[card.path, card] as const] : [])))
  if (cards.size === 0) return null
  return (
    <div class="chat-cards">
      <h3>What the navigator gave you</h3>
      <p class="note">Services can be saved to the shortlist on this device.</p>
      <ul>
        {[...cards.values()].map(({ path, title, kind, recordId }) => (
          <li key={path}>
            <a href={path}>{title}</a>
            {kind === 'service' && recordId !== null && <SaveButton id={recordId} name={title} href={path} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
