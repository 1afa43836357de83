import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { AccountParts } from './account-parts.ts'
import { comesFromOurPages, isCsrfTokenOf } from './own-requests.ts'

/**
 * For the pages that warn before a session ends: how long it still lasts, and that its owner did something. Asking keeps
 * nothing alive.
 */
export function addSessionUseRoutes(app: FastifyInstance, parts: AccountParts): void {
  const { config, sessions, activity, whoIs, ownerOf } = parts

  async function standing(headers: IncomingHttpHeaders) {
    const session = await sessions.read(headers)
    const signedIn = session && (await ownerOf(session, headers))
    if (!signedIn) return undefined
    const seconds = (ms: number) => Math.max(0, Math.round(ms / 1000))
    return {
      secondsLeft: seconds(session.msLeft),
      secondsAtMost: seconds(session.msAtMost),
      csrfToken: signedIn.csrfToken,
    }
  }

  app.get('/api/session', async (request, reply) => {
    return (await standing(request.headers)) ?? reply.code(401).send(ended)
  })

  app.post('/api/session/use', async (request, reply) => {
    const signedIn = await whoIs(request.headers)
    if (!signedIn) return reply.code(401).send(ended)
    const token = request.headers['x-csrf-token']
    if (!comesFromOurPages(request.headers, config) || !isCsrfTokenOf(signedIn, token))
      return reply.code(403).send({ message: 'This page is out of date. Reload it.' })
    await activity.noteUse(request.headers)
    return (await standing(request.headers)) ?? reply.code(401).send(ended)
  })
}

const ended = { message: 'You are not signed in.' }
