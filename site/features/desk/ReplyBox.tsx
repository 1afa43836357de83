import { Composer } from '../conversation/Composer.tsx'
import { CardToGive } from './CardToGive.tsx'
import type { Reply } from './useReply.ts'

/** Where a navigator writes: the card that goes with the words, and the box. */
export function ReplyBox({ label, reply }: { label: string; reply: Reply }) {
  return (
    <Composer
      label={label}
      draft={reply.draft}
      onDraft={reply.keepDraft}
      onSend={reply.send}
      onTyping={reply.tellTyping}
      wordsNeeded={reply.card === null}
    >
      <CardToGive card={reply.card} finding={reply.finding} onFind={reply.toggle} onRemove={reply.remove} />
    </Composer>
  )
}
