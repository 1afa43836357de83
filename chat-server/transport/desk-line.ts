import type { PromisedTimes } from '../domain/promised-answer.ts'
import type { LastMessage, StoredConversation } from '../storage/conversation-rows.ts'
import { conversationRoom, deskRoom, leadsRoom, type Namespaces, navigatorRoom } from './namespaces.ts'
import { toDeskView } from './views.ts'

type Held = Pick<StoredConversation, 'id' | 'held' | 'navigatorId' | 'colleagues'>

/** Tells every desk a line of the list. One that a concern holds is whole for leads and the navigator who has it alone. */
export function tellDeskLine(
  desk: Namespaces['desk'],
  conversation: StoredConversation,
  lastMessage: LastMessage | null,
  times: PromisedTimes,
): void {
  const concealed = toDeskView(conversation, lastMessage, anybody, times)
  if (!conversation.held) {
    desk.to(deskRoom).emit('conversation', concealed)
    return
  }
  keepToReaders(desk, conversation)
  const readers = readersOf(conversation)
  desk.to(readers).emit('conversation', toDeskView(conversation, lastMessage, anyLead, times))
  desk.to(deskRoom).except(readers).emit('conversation', concealed)
}

/** From now on desks that may not read a held conversation hear nothing more of it, even if they have it open. */
export function keepToReaders(desk: Namespaces['desk'], conversation: Held): void {
  if (!conversation.held) return
  const room = conversationRoom(conversation.id)
  desk.in(room).except(readersOf(conversation)).socketsLeave(room)
}

/** The rooms of those who may read it while it is held. */
function readersOf({ navigatorId, colleagues }: Held): string[] {
  const joined = colleagues.filter((one) => one.joined).map(({ accountId }) => accountId)
  return [leadsRoom, ...[navigatorId ?? [], joined].flat().map(navigatorRoom)]
}

const anyLead = { accountId: '', isLead: true }
const anybody = { accountId: '', isLead: false }
