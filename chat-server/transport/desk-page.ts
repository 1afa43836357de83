import type { FastifyInstance } from 'fastify'
import type { Accounts } from '#platform/accounts/accounts.ts'
import { requireGrant } from '#platform/accounts/guard.ts'
import { staffPageOf } from '#platform/pages/staff-pages.ts'

/**
 * Sends whoever is not signed in from the desk and its pages to the sign-in page, and tells those who lack the role of
 * a page. The desk itself holds nothing; what it shows is guarded again behind each call.
 */
export function guardDeskPage(
  app: FastifyInstance,
  accounts: Pick<Accounts, 'whoIs' | 'notAllowedPage'>,
): void {
  app.addHook('preHandler', async function guardPage(request, reply) {
    // As the address is decoded before a file is looked for, so is it here.
    const path = decodeURIComponent(request.url.split('?', 1)[0] ?? '')
    if (!path.startsWith('/desk/')) return
    const page = staffPageOf(path)
    return requireGrant(accounts, page?.roles ?? []).call(this, request, reply)
  })
}
