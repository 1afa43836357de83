import type { IncomingHttpHeaders } from 'node:http'
import { fromNodeHeaders } from 'better-auth/node'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Auth } from './auth.ts'

/** Opening, reading and closing sessions: the one place that speaks to better-auth. */
export function createSessions(auth: Auth, { clock, idleMs }: IdleRule): Sessions {
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
      if (!found) return undefined
      const { id, createdAt, usedAt } = found.session
      const idleMsLeft = (usedAt ? Date.parse(usedAt) : createdAt.getTime()) + idleMs - clock()
      if (idleMsLeft <= 0) return undefined
      // better-auth goes by the machine's clock as it is.
      const msAtMost = found.session.expiresAt.getTime() - Date.now()
      return { accountId: found.user.id, sessionId: id, msLeft: Math.min(idleMsLeft, msAtMost), msAtMost }
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
  /** Whose session the cookies name, if it still stands. Asking is not using it. */
  read(headers: IncomingHttpHeaders): Promise<ReadSession | undefined>
  /** Ends the session of the cookies; gives the `Set-Cookie` values that clear them. */
  close(headers: IncomingHttpHeaders): Promise<string[]>
}

export interface ReadSession {
  accountId: string
  sessionId: string
  /** how long it lasts unless its owner does something before */
  msLeft: number
  /** how long it lasts whatever its owner does */
  msAtMost: number
}

/** When a session that nobody uses ends. */
interface IdleRule {
  /** the machine's own, as that by which better-auth opens sessions */
  clock: Clock
  idleMs: number
}

export interface Opened {
  accountId: string
  /** `Set-Cookie` values */
  cookies: string[]
}

const verified = z.object({ user: z.object({ id: z.string() }) })
