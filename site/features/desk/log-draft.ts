import { z } from 'zod'
import { loggedChannels } from '#protocol/call-log.ts'
import { parseJson } from '../conversation/outbox.ts'

/** A call or a visit as it stands in the form, kept until it is stored. */
export type LogDraft = z.output<typeof draftSchema>

const draftSchema = z.object({
  /** the same through every try, so that it is stored once */
  clientConversationId: z.uuid(),
  channel: z.enum(loggedChannels),
  text: z.string(),
  name: z.string(),
  tag: z.string(),
  reach: z.string(),
  next: z.enum(['done', 'mine', 'others']),
  on: z.string(),
})

/** A form that nobody has written in. */
export function emptyLogDraft(newId: () => string): LogDraft {
  return {
    clientConversationId: newId(),
    ...{ channel: 'telephone', text: '', name: '', tag: '', reach: '', next: 'done', on: '' },
  }
}

/** What was kept; an empty form when there is nothing that can be read. */
export function keptLogDraft(kept: string, newId: () => string): LogDraft {
  return parseJson(kept === '' ? null : kept, draftSchema) ?? emptyLogDraft(newId)
}

/** What is sent. Fields that were left empty are left out. */
export function entryOf({ next, on, ...draft }: LogDraft) {
  return {
    ...{ clientConversationId: draft.clientConversationId, channel: draft.channel, text: draft.text },
    ...{ name: orNull(draft.name), tag: orNull(draft.tag), reach: orNull(draft.reach) },
    next: next === 'mine' ? ({ is: 'mine', on } as const) : { is: next },
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}
