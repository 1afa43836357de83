import type { DeskConversation } from '#protocol/desk.ts'
import type { HelpdeskStatus, VisitorConversation } from '#protocol/visitor.ts'
import type { LastMessage, StoredConversation } from '../storage/conversation-rows.ts'

/** Longest piece of the newest message in the desk's list. */
const longestExcerpt = 120

/** What the visitor gets to see: never who else waits, never a navigator's account. */
export function toVisitorView(
  conversation: StoredConversation,
  queue: readonly { id: string; channel: string }[],
  helpdesk: HelpdeskStatus,
): VisitorConversation {
  const place = queue
    .filter(({ channel }) => channel === 'chat')
    .findIndex(({ id }) => id === conversation.id)
  return {
    id: conversation.id,
    reference: conversation.reference,
    channel: conversation.channel,
    state: conversation.state,
    visitorName: conversation.visitorName,
    about: conversation.about,
    navigatorName: conversation.navigatorName,
    queuePosition: place < 0 ? null : place + 1,
    startedAt: conversation.startedAt,
    endedAt: conversation.endedAt,
    lastSeq: conversation.lastSeq,
    seenByNavigator: conversation.seenByNavigator,
    seenByVisitor: conversation.seenByVisitor,
    helpdesk,
  }
}

/** One line of the desk's list: never an email address or a telephone number. */
export function toDeskView(
  conversation: StoredConversation,
  lastMessage: LastMessage | null,
): DeskConversation {
  return {
    id: conversation.id,
    reference: conversation.reference,
    channel: conversation.channel,
    state: conversation.state,
    visitorName: conversation.visitorName,
    about: conversation.about,
    pageFrom: conversation.pageFrom,
    uses: conversation.uses,
    navigatorId: conversation.navigatorId,
    navigatorName: conversation.navigatorName,
    startedAt: conversation.startedAt,
    waitingSince: conversation.waitingSince,
    endedAt: conversation.endedAt,
    lastSeq: conversation.lastSeq,
    seenByNavigator: conversation.seenByNavigator,
    seenByVisitor: conversation.seenByVisitor,
    lastMessage: lastMessage && {
      author: lastMessage.author,
      text: excerpt(lastMessage.text),
      sentAt: lastMessage.sentAt,
    },
  }
}

function excerpt(text: string): string {
  const characters = Array.from(text)
  if (characters.length <= longestExcerpt) return text
  return `${characters.slice(0, longestExcerpt - 1).join('')}…`
}
