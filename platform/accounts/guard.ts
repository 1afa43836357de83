import type { preHandlerAsyncHookHandler } from 'fastify'
import type { Accounts } from './accounts.ts'
import { holds, type Role } from './grants.ts'

/**
 * A `preHandler` that lets only people with one of these roles through. Somebody who is not signed in is sent to sign
 * in and back; somebody with another role gets a page that says so (403).
 */
export function requireGrant(
  accounts: Pick<Accounts, 'whoIs' | 'notAllowedPage'>,
  roles: readonly Role[],
): preHandlerAsyncHookHandler {
  return async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const signedIn = await accounts.whoIs(request.headers)
    if (!signedIn) return reply.redirect(`/sign-in/?${new URLSearchParams({ next: request.url })}`, 303)
    if (!roles.some((role) => holds(signedIn, role))) {
      return reply.code(403).type('text/html; charset=utf-8').send(accounts.notAllowedPage(signedIn))
    }
  }
}
