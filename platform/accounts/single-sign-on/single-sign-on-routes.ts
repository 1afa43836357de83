import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { createRateLimit } from '../../rate-limit.ts'
import type { AccountParts } from '../account-parts.ts'
import { safeNextPath } from '../next-path.ts'
import { attemptMinutes } from './attempts.ts'
import { callbackPath, type SingleSignOn } from './single-sign-on.ts'
import { type NotSignedIn, notSignedInPage, startPath } from './single-sign-on-pages.ts'

/** The way to the identity provider and back. */
export function addSingleSignOnRoutes(
  app: FastifyInstance,
  parts: AccountParts,
  singleSignOn: SingleSignOn,
): void {
  const { config, database, audit } = parts
  const perMachine = createRateLimit({ points: 200, seconds: 900 })
  const secure = config.publicUrl.startsWith('https://') ? '; Secure' : ''
  const cookie = (value: string, seconds: number) =>
    `${cookieName}=${value}; Path=${startPath}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`

  function refuse(reply: FastifyReply, why: NotSignedIn) {
    const { page, status } = notSignedInPage(why, singleSignOn.shown().name)
    return reply.code(status).type('text/html; charset=utf-8').send(parts.pages.render(page))
  }

  app.get(startPath, async (request, reply) => {
    const next = safeNextPath(startQuery.parse(request.query).next)
    if (!perMachine.count(request.ip).allowed) return refuse(reply, 'refused')
    const begun = await singleSignOn.begin(next)
    if (begun === 'unreachable') return refuse(reply, 'unreachable')
    return reply
      .header('set-cookie', cookie(begun.attempt.secret, attemptMinutes * 60))
      .redirect(begun.address, 303)
  })

  app.get(callbackPath, async (request, reply) => {
    const { state, code, error, iss } = returnQuery.parse(request.query)
    const secret = secretIn(request.headers.cookie)
    const match = await singleSignOn.finish({ secret, state, code, error, issuer: iss })
    reply.header('set-cookie', cookie('', 0))
    if (match.is !== 'account') {
      if (match.is !== 'stale') {
        const deed = {
          actor: 'visitor',
          action: 'single-sign-on-refused' as const,
          subject: 'account:unknown',
        }
        await database.write((trx) => audit.record(trx, { ...deed, detail: { reason: match.is } }))
      }
      return refuse(reply, match.is)
    }
    const { accountId, isNew, next } = match
    if (isNew) {
      const deed = {
        actor: accountId,
        action: 'single-sign-on-link' as const,
        subject: `account:${accountId}`,
      }
      await database.write((trx) => audit.record(trx, deed))
    }
    return parts.welcome(reply, await parts.sessions.open(accountId), next)
  })
}

const cookieName = 'local-offer.single-sign-on'

function secretIn(cookies: string | undefined): string | undefined {
  return /(?:^|; ?)local-offer\.single-sign-on=([\w-]{43})(?:;|$)/.exec(cookies ?? '')?.[1]
}

const text = z.string().max(4_000).optional().catch(undefined)
const startQuery = z.object({ next: text })
const returnQuery = z.object({ state: text, code: text, error: text, iss: text })
