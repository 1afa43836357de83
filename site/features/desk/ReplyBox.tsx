import type { DeskConversation } from '#protocol/desk.ts'
import { Composer } from '../conversation/Composer.tsx'
import { CardToGive } from './CardToGive.tsx'
import type { DeskSession } from './desk-session.ts'
import type { DeskState } from './desk-state.ts'
import { ReplyPicker } from './ReplyPicker.tsx'
import { likesEasyWords } from './reply-choices.ts'
import type { Reply } from './useReply.ts'

export type ReplyBoxProps = {
  label: string
  session: DeskSession
  state: DeskState
  conversation: DeskConversation
  reply: Reply
  /** takes the words, with the card that is beside them */
  onSend: (text: string) => void
}

/** Where a navigator writes: the card that goes with the words, saved replies, and the box. */
export function ReplyBox({ label, session, state, conversation, reply, onSend }: ReplyBoxProps) {
  const { visitorName, reference, uses } = conversation
  return (
    <Composer
      label={label}
      draft={reply.draft}
      onDraft={reply.keepDraft}
      onSend={onSend}
      onTyping={reply.tellTyping}
      wordsNeeded={reply.card === null}
      language="en-GB"
      onSlash={() => reply.pick('by-slash')}
    >
      <div class="reply-ways">
        <CardToGive card={reply.card} finding={reply.finding} onFind={reply.toggle} onRemove={reply.remove} />
        <button
          type="button"
          class="link-button"
          id="saved-replies-toggle"
          aria-expanded={reply.picking ? 'true' : 'false'}
          aria-controls={reply.picking ? 'saved-replies' : undefined}
          onClick={() => (reply.picking ? reply.stopPicking('') : reply.pick('by-button'))}
        >
          Saved replies
        </button>
      </div>
      {reply.picking && (
        <ReplyPicker
          replies={session.replies}
          known={{ name: visitorName, myName: state.me?.name ?? '', reference }}
          easyFirst={likesEasyWords(uses)}
          onPutIn={reply.putIn}
          onClose={reply.stopPicking}
        />
      )}
    </Composer>
  )
}
