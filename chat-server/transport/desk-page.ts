import type { FastifyInstance } from 'fastify'
import type { Accounts } from '#platform/accounts/accounts.ts'
import { requireGrant } from '#platform/accounts/guard.ts'

/**
 * Sends whoever is not signed in from the desk to the sign-in page. The page itself holds nothing; what it shows is
 * guarded again behind each call.
 */
export function guardDeskPage(
  app: FastifyInstance,
  accounts: Pick<Accounts, 'whoIs' | 'notAllowedPage'>,
): void {
  const guard = requireGrant(accounts, ['navigator', 'lead'])
  app.addHook('preHandler', async function guardPage(request, reply) {
    // As the address is decoded before a file is looked for, so is it here.
    const path = decodeURIComponent(request.url.split('?', 1)[0] ?? '')
    return path.startsWith('/desk/') ? guard.call(this, request, reply) : undefined
  })
}
