import type { LastMessage, StoredConversation } from '../storage/conversation-rows.ts'
import { conversationRoom, deskRoom, leadsRoom, type Namespaces, navigatorRoom } from './namespaces.ts'
import { toDeskView } from './views.ts'

type Held = Pick<StoredConversation, 'id' | 'held' | 'navigatorId'>

/** Tells every desk a line of the list. One that a concern holds is whole for leads and the navigator who has it alone. */
export function tellDeskLine(
  desk: Namespaces['desk'],
  conversation: StoredConversation,
  lastMessage: LastMessage | null,
): void {
  const concealed = toDeskView(conversation, lastMessage, anybody)
  if (!conversation.held) {
    desk.to(deskRoom).emit('conversation', concealed)
    return
  }
  keepToReaders(desk, conversation)
  const readers = readersOf(conversation)
  desk.to(readers).emit('conversation', toDeskView(conversation, lastMessage, anyLead))
  desk.to(deskRoom).except(readers).emit('conversation', concealed)
}

/** From now on desks that may not read a held conversation hear nothing more of it, even if they have it open. */
export function keepToReaders(desk: Namespaces['desk'], conversation: Held): void {
  if (!conversation.held) return
  const room = conversationRoom(conversation.id)
  desk.in(room).except(readersOf(conversation)).socketsLeave(room)
}

/** The rooms of those who may read it while it is held. */
function readersOf({ navigatorId }: Held): string[] {
  return [leadsRoom, ...(navigatorId === null ? [] : [navigatorRoom(navigatorId)])]
}

const anyLead = { accountId: '', isLead: true }
const anybody = { accountId: '', isLead: false }
