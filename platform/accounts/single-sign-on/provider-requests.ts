import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'

/** Asks the provider. Throws `ProviderUnreachable`, and `SignInRefused` when it says no (4xx). */
export async function askJson(address: URL, request: RequestInit): Promise<unknown> {
  const response = await fetch(address, {
    ...request,
    // A redirection would carry the code or the secret elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(answerMs),
  }).catch((cause: unknown) => {
    throw new ProviderUnreachable('it does not answer', { cause })
  })
  if (response.status >= 400 && response.status < 500 && request.method === 'POST')
    throw new SignInRefused(`the provider answered ${response.status}`)
  if (!response.ok) throw new ProviderUnreachable(`it answered ${response.status}`)
  return response.json().catch((cause: unknown) => {
    throw new ProviderUnreachable('its answer cannot be read', { cause })
  })
}

/** The provider's keys. A token that none of them fits is the token's fault; anything else is the provider's. */
export function keysAt(address: string): JWTVerifyGetKey {
  const read = createRemoteJWKSet(new URL(address), { timeoutDuration: answerMs })
  return async (header, token) => {
    try {
      return await read(header, token)
    } catch (error) {
      const isOfToken = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSENotSupported
      if (isOfToken) throw error
      throw new ProviderUnreachable('its keys could not be read', { cause: error })
    }
  }
}

/** The provider does not answer, or not as one. */
export class ProviderUnreachable extends Error {
  override readonly name = 'ProviderUnreachable'
}

/** The provider answered, and nobody is signed in by it. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused'
}

/** How long an answer may take. People wait meanwhile, and have another way in. */
const answerMs = 5_000
