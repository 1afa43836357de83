import { type Grant, roles } from '#platform/accounts/grants.ts'
import { publicUrl, type TestHelpdesk } from './helpdesk.fixture.ts'

/** Opens and sends plain pages of the desk as somebody who is signed in. Only tests import this. */
export function readerOfPages(helpdesk: TestHelpdesk, name: string, role: Grant['role']) {
  if (!roles.includes(role)) throw new Error(`there is no role “${role}”`)
  const cookie = `session=${name}-pages`
  const csrfToken = `token-of-${name}`
  const grants: Grant[] = [{ role, scope: { kind: 'area' } }]
  helpdesk.sessions.set(cookie, { accountId: name.toLowerCase(), name, sessionId: name, grants, csrfToken })
  const answer = async (response: Response) => ({
    status: response.status,
    page: await response.text(),
    location: response.headers.get('location'),
  })
  return {
    get: async (path: string) =>
      answer(await fetch(`${helpdesk.address}${path}`, { headers: { cookie }, redirect: 'manual' })),
    post: async (path: string, fields: Record<string, string>, csrf: string = csrfToken) =>
      answer(
        await fetch(`${helpdesk.address}${path}`, {
          method: 'POST',
          headers: { cookie, origin: publicUrl },
          body: new URLSearchParams({ csrf, ...fields }),
          redirect: 'manual',
        }),
      ),
  }
}
