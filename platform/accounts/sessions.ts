import type { IncomingHttpHeaders } from 'node:http'
import { fromNodeHeaders } from 'better-auth/node'
import { z } from 'zod'
import type { Auth } from './auth.ts'

/** Opening, reading and closing sessions: the one place that speaks to better-auth. */
export function createSessions(auth: Auth): Sessions {
  return {
    async createLink(email, next) {
      const metadata = next === undefined ? {} : { next }
      await auth.api.signInMagicLink({ body: { email, metadata }, headers: new Headers() })
    },

    async openByLink(token) {
      const response = await auth.api.magicLinkVerify({
        query: { token },
        headers: new Headers(),
        asResponse: true,
      })
      // A link that is unknown, used or too old is answered with a redirection.
      if (response.status !== 200) return undefined
      const { user } = verified.parse(await response.json())
      return { accountId: user.id, cookies: response.headers.getSetCookie() }
    },

    async open(accountId) {
      const response = await auth.api.openSession({ body: { accountId }, asResponse: true })
      return { accountId, cookies: response.headers.getSetCookie() }
    },

    async read(headers) {
      if (headers.cookie === undefined) return undefined
      const found = await auth.api.getSession({ headers: fromNodeHeaders({ cookie: headers.cookie }) })
      return found ? { accountId: found.user.id, sessionId: found.session.id } : undefined
    },

    async close(headers) {
      const response = await auth.api.signOut({
        headers: fromNodeHeaders({ cookie: headers.cookie }),
        asResponse: true,
      })
      return response.headers.getSetCookie()
    },
  }
}

export interface Sessions {
  /** Makes a sign-in link and has it sent. */
  createLink(email: string, next: string | undefined): Promise<void>
  /** Uses a link up; undefined when it is unknown, used or too old. */
  openByLink(token: string): Promise<Opened | undefined>
  /** Opens a session for an account that was checked elsewhere. */
  open(accountId: string): Promise<Opened>
  /** Whose session the cookies name, if it still stands. */
  read(headers: IncomingHttpHeaders): Promise<{ accountId: string; sessionId: string } | undefined>
  /** Ends the session of the cookies; gives the `Set-Cookie` values that clear them. */
  close(headers: IncomingHttpHeaders): Promise<string[]>
}

export interface Opened {
  accountId: string
  /** `Set-Cookie` values */
  cookies: string[]
}

const verified = z.object({ user: z.object({ id: z.string() }) })
