import type { Message } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import type { TaskKind } from '#protocol/insight.ts'
import { AskEditors } from './AskEditors.tsx'
import type { DeskSession } from './desk-session.ts'
import { MarkPoint } from './MarkPoint.tsx'
import { NoteGap } from './NoteGap.tsx'

/** What one conversation teaches the Local Offer: what was missing, what a family said, what the site should say. */
export function NoteDown({ session, conversation, messages }: NoteDownProps & PointProps) {
  const common = { session, conversation, key: conversation.id }
  return (
    <section class="desk-note-down" aria-labelledby="desk-note-down-heading">
      <h3 id="desk-note-down-heading">Note down</h3>
      {conversation.channel === 'paper' && (
        <p>
          <a href={`/desk/paper/${conversation.id}/`}>Print and post it</a>
        </p>
      )}
      <NoteGap {...common} />
      <MarkPoint {...common} messages={messages} />
      {tasks.map((kind) => (
        <AskEditors {...common} key={`${conversation.id} ${kind}`} kind={kind} />
      ))}
    </section>
  )
}

const tasks: readonly TaskKind[] = ['wrong-record', 'make-page']

export type PointProps = {
  /** what was said, to choose where a point was made */
  messages: readonly Message[]
}

export type NoteDownProps = {
  session: DeskSession
  conversation: DeskConversation
}
