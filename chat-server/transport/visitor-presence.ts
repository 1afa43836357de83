import type { Log } from '#platform/log.ts'
import { conversationRoom, type Namespaces } from './namespaces.ts'

/** How long other processes may take to say whether a visitor is connected to them. */
const answerMs = 1_000

/**
 * Whether a page of the conversation's visitor is connected, here or to another process. When other processes do not
 * answer in time the visitor counts as gone: an email too many is better than an answer that nobody hears of.
 */
export function createVisitorPresence(namespaces: Namespaces, log: Log) {
  const { visitors } = namespaces
  return async function isConnected(conversationId: string): Promise<boolean> {
    const room = conversationRoom(conversationId)
    if (visitors.adapter.rooms.has(room)) return true
    try {
      return (await visitors.timeout(answerMs).in(room).fetchSockets()).length > 0
    } catch (error) {
      log.warn(
        { failure: error instanceof Error ? error.name : typeof error },
        'who is connected is not known',
      )
      return false
    }
  }
}
