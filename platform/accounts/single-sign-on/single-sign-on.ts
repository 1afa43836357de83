import type { Clock, NewId } from '../../clock.ts'
import type { SingleSignOnConfig } from '../../config.ts'
import type { Database } from '../../database/database.ts'
import type { Log } from '../../log.ts'
import { type Attempt, createAttempts } from './attempts.ts'
import { createIdentityProvider } from './identity-provider.ts'
import { matchAccount } from './match-account.ts'
import { ProviderUnreachable, SignInRefused } from './provider-requests.ts'
import type { NotSignedIn, SingleSignOnShown } from './single-sign-on-pages.ts'

/** Signing in with the council's own accounts. The server needs the identity provider neither to start nor to run. */
export function createSingleSignOn(parts: SingleSignOnParts): SingleSignOn {
  const { config, log } = parts
  const provider = createIdentityProvider(config)
  const attempts = createAttempts(parts)
  const redirectUri = new URL(callbackPath, parts.publicUrl).href
  let isUnreachable = false

  /** Does what needs the provider, and remembers whether it answered. */
  async function asked<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work()
      isUnreachable = false
      return result
    } catch (error) {
      if (error instanceof SignInRefused) isUnreachable = false
      if (error instanceof ProviderUnreachable && !isUnreachable) {
        isUnreachable = true
        log.warn({ reason: error.message }, 'the identity provider cannot be used')
      }
      throw error
    }
  }

  return {
    look() {
      asked(provider.lookUp).catch((error: unknown) => {
        if (!(error instanceof ProviderUnreachable)) log.error({ err: error }, 'the identity provider')
      })
    },

    shown: () => ({ name: config.name, isUnreachable }),

    async begin(next) {
      const attempt = await attempts.begin(next)
      try {
        const address = await asked(() => provider.addressToSignIn({ ...attempt, redirectUri }))
        return { address, attempt }
      } catch (error) {
        if (error instanceof ProviderUnreachable) return 'unreachable'
        throw error
      }
    },

    async finish({ secret, state, code, error, issuer }) {
      if (secret === undefined || state === undefined) return { is: 'stale' }
      const attempt = await attempts.take(secret, state)
      if (!attempt) return { is: 'stale' }
      // Somebody else's answer, mixed in by a provider that we did not ask (RFC 9207).
      if (issuer !== undefined && issuer !== config.issuer) return { is: 'refused' }
      if (error !== undefined || code === undefined) return { is: 'refused' }
      try {
        const { nonce, verifier, next } = attempt
        const person = await asked(() => provider.whoIs({ code, nonce, verifier, redirectUri }))
        const match = await matchAccount(parts, person)
        return match.is === 'account' ? { ...match, next } : match
      } catch (failure) {
        if (failure instanceof ProviderUnreachable) return { is: 'unreachable' }
        if (!(failure instanceof SignInRefused)) throw failure
        log.warn({ reason: failure.message }, 'a sign-in with the identity provider was refused')
        return { is: 'refused' }
      }
    },
  }
}

/** Where the provider sends people back to. It must be told this address. */
export const callbackPath = '/sign-in/council/callback/'

export interface SingleSignOn {
  /** Finds out in the background whether the provider answers, for the next one who opens the sign-in page. */
  look(): void
  shown(): SingleSignOnShown
  /** Where to send somebody, and the attempt whose secret their browser keeps; or that the provider is not there. */
  begin(next: string | undefined): Promise<{ address: string; attempt: Attempt } | 'unreachable'>
  /** Who came back; or why they are not signed in. */
  finish(returned: {
    secret: string | undefined
    state: string | undefined
    code: string | undefined
    error: string | undefined
    issuer: string | undefined
  }): Promise<
    { is: 'account'; accountId: string; isNew: boolean; next: string | undefined } | { is: NotSignedIn }
  >
}

interface SingleSignOnParts {
  config: SingleSignOnConfig
  publicUrl: string
  database: Database
  /** the machine's own */
  clock: Clock
  newId: NewId
  log: Log
}
