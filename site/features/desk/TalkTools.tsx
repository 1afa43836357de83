import { useEffect } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import type { DeskSession } from './desk-session.ts'
import { type DeskState, talkOf } from './desk-state.ts'
import { EarlierTalk } from './EarlierTalk.tsx'
import { FollowUpForm } from './FollowUpForm.tsx'
import { InternalNotes } from './InternalNotes.tsx'
import { NoteDown } from './NoteDown.tsx'
import { PeopleInTalk } from './PeopleInTalk.tsx'
import { TagPicker } from './TagPicker.tsx'

/** What staff keep beside the conversation that is open. Nothing of it where a concern holds it from this person. */
export function TalkTools({ session, state, conversation, now }: TalkToolsProps) {
  const { tools } = session
  const { id, hold } = conversation
  useEffect(() => {
    if (hold === 'concealed') tools.forget(id)
  }, [tools, id, hold])
  if (hold === 'concealed') return null
  return (
    <div class="desk-tools">
      <EarlierTalk {...{ tools, conversation, now }} />
      <InternalNotes desk={tools.notes} conversationId={id} now={now} />
      <TagPicker tools={tools} conversation={conversation} />
      <PeopleInTalk {...{ session, state, conversation }} />
      <NoteDown session={session} conversation={conversation} messages={talkOf(state, id).thread.messages} />
      <FollowUpForm desk={tools.followUps} drafts={session.drafts} conversationId={id} now={now} />
    </div>
  )
}

export type TalkToolsProps = {
  session: DeskSession
  state: DeskState
  conversation: DeskConversation
  /** ms UTC */
  now: number
}
