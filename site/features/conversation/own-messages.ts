import {
  type Confirmation,
  confirm,
  discard,
  refuse,
  retry,
  type Thread,
  type UnsentMessage,
  write,
} from './thread.ts'

/** What happens to a message that one writes oneself. */
export type OwnMessageEvent =
  | { type: 'written'; message: UnsentMessage }
  | { type: 'stored'; confirmation: Confirmation }
  | { type: 'refused'; clientMessageId: string; problem: string }
  | { type: 'retried'; clientMessageId: string }
  | { type: 'discarded'; clientMessageId: string }

/** The thread after it. */
export function changeOwn(thread: Thread, event: OwnMessageEvent): Thread {
  switch (event.type) {
    case 'written':
      return write(thread, event.message)
    case 'stored':
      return confirm(thread, event.confirmation)
    case 'refused':
      return refuse(thread, event.clientMessageId, event.problem)
    case 'retried':
      return retry(thread, event.clientMessageId)
    case 'discarded':
      return discard(thread, event.clientMessageId)
  }
}
