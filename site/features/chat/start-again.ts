import type { ChatSession } from './chat-session.ts'
import { nothingKept } from './chat-view.ts'

/**
 * From a chat that has ended to the start of a new one, with what was not sent. The device forgets the old one first; where
 * it cannot, the person stays with the sentence that says so.
 */
export async function startAgain(
  session: Pick<ChatSession, 'view' | 'forget' | 'showStart'>,
  unsent = '',
): Promise<void> {
  const before = session.view.value
  if (before.is === 'over' && before.clearing) return
  if (!isCleared(session)) {
    await session.forget((before.is === 'over' && before.keepsake) || { ...nothingKept, unsent })
  }
  if (isCleared(session)) session.showStart(unsent)
}

function isCleared({ view: { value } }: Pick<ChatSession, 'view'>): boolean {
  return value.is === 'over' && !value.clearing && value.problem === null
}
