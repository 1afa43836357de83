import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink } from 'better-auth/plugins'
import { z } from 'zod'
import type { NewId } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'

/**
 * better-auth, set up for staff: sign-in links, and sessions of a working day, also for accounts that were checked
 * elsewhere, which live in our database and are looked up at every request. Nobody can make an account. It is called as a
 * library; none of its own addresses is open to the network, since its link address would use a link up when a mail scanner
 * looks at it.
 */
export function createAuth({ database, publicUrl, secret, newId, log, sendLink }: AuthParts) {
  const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    appName: 'Local Offer',
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    // Told to be SQLite on both engines, it keeps instants as text and yes or no as 0 and 1: what both have in common.
    database: { db: database.kysely, type: 'sqlite' },
    logger: { level: 'warn', log: (level, message) => log[level]({ part: 'better-auth' }, message) },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'local-offer',
      disableOriginCheck: false,
      database: { generateId: newId, validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
    session: {
      modelName: 'staff_session',
      fields: {
        ...timestamps,
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      // Written by our own queries: better-auth would count a page that only looks as use.
      additionalFields: { usedAt: { type: 'string', required: false, input: false, fieldName: 'used_at' } },
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    user: { modelName: 'staff_account', fields: { ...timestamps, emailVerified: 'email_verified' } },
    verification: { modelName: 'staff_verification', fields: { ...timestamps, expiresAt: 'expires_at' } },
    account: {
      modelName: 'staff_credential',
      fields: {
        ...timestamps,
        userId: 'account_id',
        accountId: 'issuer_account_id',
        providerId: 'issuer',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    // Which machine somebody signed in from is not needed, so it is not kept.
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: linkMinutes * 60,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) =>
          sendLink({ email, token, ...linkDetails.parse(metadata) }),
      }),
      { id: 'open-session', endpoints: { openSession } },
    ],
  })
}

/** How long a sign-in link can be used. */
export const linkMinutes = 15

/** How long somebody stays signed in. */
const sessionSeconds = 12 * 60 * 60

/** Opens a session for an account that was checked elsewhere; for the server alone, it has no address. */
const openSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ accountId: z.string() }) },
  async (context) => {
    const { internalAdapter } = context.context
    const user = await internalAdapter.findUserById(context.body.accountId)
    if (!user) throw context.error('NOT_FOUND')
    const session = await internalAdapter.createSession(user.id)
    await setSessionCookie(context, { session, user })
    return context.json({ opened: true })
  },
)

/** What a link carries besides its token. */
const linkDetails = z.object({ next: z.string().optional() })

export interface NewLink {
  email: string
  token: string
  /** the page to go to afterwards */
  next?: string | undefined
}

export type Auth = ReturnType<typeof createAuth>

export interface AuthParts {
  database: Database
  publicUrl: string
  secret: string
  newId: NewId
  log: Log
  /** sends a link to its owner */
  sendLink: (link: NewLink) => Promise<void>
}
