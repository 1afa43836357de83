import type { SignedIn } from '#platform/accounts/grants.ts'
import { concernRequests } from '#protocol/concerns.ts'
import type { ConcernActions } from '../concern-actions.ts'
import type { Limits } from './limits.ts'
import type { DeskSocket } from './namespaces.ts'
import { type Routes, request } from './serve-socket.ts'

/** Safeguarding on a desk's socket. Who it is and what they may do is asked again at each request. */
export function concernRoutes(
  socket: DeskSocket,
  parts: { concerns: ConcernActions; limits: Limits; recheck: (socket: DeskSocket) => Promise<SignedIn> },
): Routes {
  const { concerns, limits } = parts

  async function allowed(): Promise<SignedIn> {
    limits.request(socket.id)
    return parts.recheck(socket)
  }

  return {
    'concern:sync': request(concernRequests['concern:sync'], async () => concerns.read(await allowed())),

    // Not counted: raising a concern never waits for a limit.
    'concern:raise': request(concernRequests['concern:raise'], async (input) => ({
      concern: await concerns.raise(await parts.recheck(socket), input),
    })),

    'concern:acknowledge': request(concernRequests['concern:acknowledge'], async ({ concernId }) => ({
      concern: await concerns.acknowledge(await allowed(), concernId),
    })),

    'concern:tell': request(concernRequests['concern:tell'], async (input) => ({
      concern: await concerns.tell(await allowed(), input),
    })),

    'concern:review': request(concernRequests['concern:review'], async (input) => ({
      concern: await concerns.review(await allowed(), input),
    })),

    'concern:close': request(concernRequests['concern:close'], async (input) => ({
      concern: await concerns.close(await allowed(), input),
    })),

    'concern:release': request(concernRequests['concern:release'], async ({ concernId }) => ({
      concern: await concerns.release(await allowed(), concernId),
    })),

    'danger-word:add': request(concernRequests['danger-word:add'], async ({ word }) => ({
      dangerWords: await concerns.addDangerWord(await allowed(), word),
    })),

    'danger-word:remove': request(concernRequests['danger-word:remove'], async ({ word }) => ({
      dangerWords: await concerns.removeDangerWord(await allowed(), word),
    })),
  }
}
