import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import type { SingleSignOnConfig } from '../../config.ts'
import { isLocal } from '../../own-origins.ts'
import { askJson, keysAt, ProviderUnreachable, SignInRefused } from './provider-requests.ts'

/**
 * The council's identity provider, spoken to as OpenID Connect Core says. It is looked up when it is first needed, and
 * again whenever that failed: one that is down when the server starts works as soon as it is back.
 */
export function createIdentityProvider(config: SingleSignOnConfig): IdentityProvider {
  let known: Known | undefined
  let lookingUp: Promise<Known> | undefined

  async function lookUp(): Promise<Known> {
    const address = `${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const described = description.safeParse(await askJson(new URL(address), {}))
    if (!described.success || described.data.issuer !== config.issuer)
      throw new ProviderUnreachable('it describes itself in another way than it should')
    const { data } = described
    return { ...data, keys: keysAt(data.jwks_uri), until: performance.now() + descriptionMs }
  }

  /** One look at a time, whoever asks. */
  async function provider(): Promise<Known> {
    if (known && performance.now() < known.until) return known
    lookingUp ??= lookUp().finally(() => {
      lookingUp = undefined
    })
    known = await lookingUp
    return known
  }

  async function askForTokens({ code, verifier, redirectUri }: CodeToRedeem): Promise<Tokens> {
    const { token_endpoint, token_endpoint_auth_methods_supported: ways } = await provider()
    const { clientId, clientSecret } = config
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    })
    const headers = new Headers()
    if (ways.includes('client_secret_basic') || !ways.includes('client_secret_post')) {
      const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
      headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`)
    } else {
      form.set('client_id', clientId)
      form.set('client_secret', clientSecret)
    }
    const answer = tokens.safeParse(
      await askJson(new URL(token_endpoint), { method: 'POST', headers, body: form }),
    )
    if (!answer.success) throw new SignInRefused('no token came for the code')
    return answer.data
  }

  /** Throws `SignInRefused` unless the token was signed by the provider, for us, now, and for this very attempt. */
  async function readToken(token: string, nonce: string): Promise<JWTPayload & { sub: string }> {
    const { keys, issuer, id_token_signing_alg_values_supported: algorithms } = await provider()
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: config.clientId,
        // A shared secret or no signature at all is never enough, whatever the provider offers.
        algorithms: algorithms.filter((name) => /^(RS|PS|ES|Ed)/.test(name)),
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
        clockTolerance: 30,
      })
      const { sub, nonce: given, azp } = payload
      if (sub === undefined || given !== nonce) throw new SignInRefused('the token is for another attempt')
      if (azp !== undefined && azp !== config.clientId)
        throw new SignInRefused('the token is for another program')
      return { ...payload, sub }
    } catch (error) {
      if (error instanceof errors.JOSEError)
        throw new SignInRefused('the token is not valid', { cause: error })
      throw error
    }
  }

  /** What the provider says of somebody's address, in the token or where it keeps such facts. */
  async function readEmail(claims: JWTPayload & { sub: string }, accessToken: string | undefined) {
    const inToken = facts.parse(claims)
    const { userinfo_endpoint } = await provider()
    if (inToken.email !== undefined || !userinfo_endpoint || accessToken === undefined) return inToken
    const headers = { authorization: `Bearer ${accessToken}` }
    const told = facts.safeParse(await askJson(new URL(userinfo_endpoint), { headers }))
    // Facts about somebody else would sign this person in to their account.
    return told.success && told.data.sub === claims.sub ? told.data : inToken
  }

  return {
    async addressToSignIn({ state, nonce, challenge, redirectUri }) {
      const address = new URL((await provider()).authorization_endpoint)
      const asked = {
        response_type: 'code',
        client_id: config.clientId,
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
      return address.href
    },
    async whoIs({ nonce, ...code }) {
      try {
        const { id_token, access_token } = await askForTokens(code)
        const claims = await readToken(id_token, nonce)
        const { email, email_verified } = await readEmail(claims, access_token)
        const isVerified = config.trustsEmail || email_verified === true || email_verified === 'true'
        return { issuer: config.issuer, subject: claims.sub, email, isVerified }
      } catch (error) {
        // It may have moved: the next look asks it where it is.
        if (error instanceof ProviderUnreachable) known = undefined
        throw error
      }
    },
    lookUp: async () => void (await provider()),
  }
}

export interface IdentityProvider {
  /** Where somebody goes to sign in. Throws `ProviderUnreachable`. */
  addressToSignIn(attempt: {
    state: string
    nonce: string
    challenge: string
    redirectUri: string
  }): Promise<string>
  /** Who came back with a code. Throws `ProviderUnreachable`, and `SignInRefused` when they cannot be believed. */
  whoIs(returned: CodeToRedeem & { nonce: string }): Promise<KnownPerson>
  /** Finds out whether it is there. Throws `ProviderUnreachable`. */
  lookUp(): Promise<void>
}

/** Whom the provider vouches for. */
export interface KnownPerson {
  issuer: string
  /** the provider's own name for them, which never changes */
  subject: string
  email: string | undefined
  /** whether the address is surely theirs */
  isVerified: boolean
}

interface CodeToRedeem {
  code: string
  verifier: string
  redirectUri: string
}

/** How long what the provider says about itself holds. */
const descriptionMs = 60 * 60_000

const secureAddress = z.url().refine((address) => address.startsWith('https://') || isLocal(address))

const description = z.object({
  issuer: z.string(),
  authorization_endpoint: secureAddress,
  token_endpoint: secureAddress,
  userinfo_endpoint: secureAddress.optional(),
  jwks_uri: secureAddress,
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
})

const tokens = z.object({ id_token: z.string(), access_token: z.string().optional() })

const facts = z.object({
  sub: z.string().optional(),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.string()]).optional().catch(undefined),
})

type Known = z.output<typeof description> & { keys: JWTVerifyGetKey; until: number }
type Tokens = z.output<typeof tokens>
