import { effect } from '@preact/signals'
import { storedIdSchema } from '#protocol/conversation.ts'
import type { DeskSession } from './desk-session.ts'

/** The conversation that a link to the desk names, or null. */
export function askedConversation(search: string): string | null {
  return storedIdSchema.safeParse(new URLSearchParams(search).get('conversation')).data ?? null
}

/** Opens what the link named, once the desk knows its list. Who may read it is asked as always. */
export function openWhenReady(
  session: Pick<DeskSession, 'view' | 'select'>,
  conversationId: string | null,
): void {
  if (conversationId === null) return
  let isDone = false
  const stop = effect(() => {
    const view = session.view.value
    if (isDone || view.is !== 'desk' || view.state.me === null) return
    isDone = true
    queueMicrotask(() => {
      stop()
      void session.select(conversationId)
    })
  })
}
