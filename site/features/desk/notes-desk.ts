import { type ReadonlySignal, signal } from '@preact/signals'
import { z } from 'zod'
import { type Note, notePushes, noteRequests } from '#protocol/desk-notes.ts'
import { parseJson, type TabStore } from '../conversation/outbox.ts'
import { parsedPush } from '../conversation/parsed-push.ts'
import type { Wire } from '../conversation/wire.ts'

/** Notes by conversation, each list the oldest first. */
export type NotesView = Readonly<Record<string, readonly Note[]>>

export type NotesDesk = ReturnType<typeof createNotesDesk>

const notStored =
  'We could not reach the helpdesk, so this note is not saved yet. What you wrote is kept here. Try again.'

/** What is written and not stored, with the id that keeps a second try from doubling it. */
const draftSchema = z.object({ clientNoteId: z.uuid(), text: z.string() })

/** Notes among staff on one page of the desk. */
export function createNotesDesk(options: {
  ask: Wire['ask']
  /** keeps what is written, as long as the tab lives */
  tab: TabStore
  accountId: () => string
  newId: () => string
}) {
  const { ask, tab, accountId, newId } = options
  const view = signal<NotesView>({})
  const keyOf = (conversationId: string) => `local-offer-desk-note-${accountId()}-${conversationId}`
  const draftOf = (conversationId: string) => parseJson(tab.read(keyOf(conversationId)), draftSchema)

  const hear = (note: Note) => {
    const known = view.value[note.conversationId] ?? []
    const others = known.filter(({ id }) => id !== note.id)
    const notes = [...others, note].toSorted((one, other) => one.writtenAt - other.writtenAt)
    view.value = { ...view.value, [note.conversationId]: notes }
  }
  const forget = (conversationId: string) => {
    const { [conversationId]: _, ...others } = view.value
    view.value = others
  }
  const keepDraft = (conversationId: string, text: string) => {
    if (text === '') return tab.remove(keyOf(conversationId))
    const known = draftOf(conversationId)
    // Other words are another note: the helpdesk may have stored the first already.
    const clientNoteId = known?.text === text ? known.clientNoteId : newId()
    tab.write(keyOf(conversationId), JSON.stringify({ clientNoteId, text }))
  }

  return {
    view: view as ReadonlySignal<NotesView>,
    /** What a concern holds from this person is not kept on the page either. */
    forget,
    /** Fetches the notes of a conversation; those that may not be read are forgotten. */
    open: async (conversationId: string) => {
      const reply = await ask('notes:read', { conversationId }, noteRequests['notes:read'].reply)
      if (reply?.ok) view.value = { ...view.value, [conversationId]: reply.notes }
      else if (reply) forget(conversationId)
    },
    draft: (conversationId: string) => draftOf(conversationId)?.text ?? '',
    keepDraft,
    /** Stores what was written; null when it is, or a sentence that says why not. */
    add: async (conversationId: string, text: string): Promise<string | null> => {
      keepDraft(conversationId, text)
      const { payload, reply: schema } = noteRequests['note:add']
      const clientNoteId = draftOf(conversationId)?.clientNoteId ?? newId()
      const checked = payload.safeParse({ conversationId, clientNoteId, text })
      if (!checked.success) return checked.error.issues[0]?.message ?? notStored
      const reply = await ask('note:add', checked.data, schema)
      if (!reply?.ok) return reply?.message ?? notStored
      if (draftOf(conversationId)?.clientNoteId === clientNoteId) tab.remove(keyOf(conversationId))
      hear(reply.note)
      return null
    },
    pushes: (wake: () => void) => ({ note: parsedPush(notePushes.note, wake, hear) }),
  }
}
