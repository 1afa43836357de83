import type { Connection } from './wire.ts'
import { triedLongEnough } from './wire-rules.ts'

/**
 * How the line to the helpdesk stands, for people. `restored`: it dropped and is back. `failing`: we have tried for long
 * and keep trying. `refused`: the helpdesk does not let us in.
 */
export type Link = 'connecting' | 'connected' | 'reconnecting' | 'restored' | 'failing' | 'refused'

/** The link after the connection changed; `problem` is why it was refused, a sentence. */
export function linkAfter(before: Link, connection: Connection): { link: Link; problem: string | null } {
  switch (connection.is) {
    case 'connecting':
      return { link: 'connecting', problem: null }
    case 'connected':
      return {
        link: before === 'connecting' || before === 'connected' ? 'connected' : 'restored',
        problem: null,
      }
    case 'reconnecting':
      return { link: triedLongEnough(connection.attempts) ? 'failing' : 'reconnecting', problem: null }
    case 'refused':
      return { link: 'refused', problem: connection.refusal.message }
  }
}
