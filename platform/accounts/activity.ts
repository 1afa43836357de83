import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { SessionStore } from './session-store.ts'
import type { Sessions } from './sessions.ts'

/**
 * Notes when people do something, since a session that nobody uses ends. What a page asks for by itself (what is new, the
 * desk's socket) is not use: a desk that was left open would stay open for ever.
 */
export function createActivity({ sessions, sessionStore }: ActivityParts) {
  /** when the use of a session was written last; ms UTC */
  const written = new Map<string, number>()

  async function noteUse(headers: IncomingHttpHeaders): Promise<void> {
    const session = await sessions.read(headers)
    if (!session) return
    const now = Date.now()
    if (Math.abs(now - (written.get(session.sessionId) ?? 0)) < exactMs) return
    if (written.size > mostKept) written.clear()
    written.set(session.sessionId, now)
    await sessionStore.noteUse(session.sessionId)
  }

  return {
    noteUse,
    /** opening a page or sending a form is use, with and without scripts */
    async noteRequest(request: FastifyRequest): Promise<void> {
      if (request.headers.cookie?.includes('session_token') && isByHand(request))
        await noteUse(request.headers)
    },
  }
}

export type Activity = ReturnType<typeof createActivity>

/** Browsers say for what they ask; those that do not, ask for HTML when a person opens a page. */
function isByHand({ method, headers }: FastifyRequest): boolean {
  if (headers['sec-purpose'] !== undefined) return false
  if (method === 'POST')
    return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  const destination = headers['sec-fetch-dest']
  return (
    method === 'GET' &&
    (destination === 'document' ||
      (destination === undefined && (headers.accept?.includes('text/html') ?? false)))
  )
}

interface ActivityParts {
  sessions: Pick<Sessions, 'read'>
  sessionStore: Pick<SessionStore, 'noteUse'>
}

/** Use within this time of the last is not written again. */
const exactMs = 30_000

/** More sessions than this are not kept apart; all of them are written again then. */
const mostKept = 10_000
