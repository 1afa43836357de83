import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIdentityProvider, type IdentityProvider } from './identity-provider.ts'
import { ProviderUnreachable, SignInRefused } from './provider-requests.ts'

const clientId = 'local-offer'
const returned = { code: 'c', verifier: 'v', redirectUri: 'http://localhost/back', nonce: 'the nonce' }
const key = await generateKeyPair('RS256')
const otherKey = await generateKeyPair('RS256')

describe('what an identity provider says', () => {
  let server: Server
  let issuer: string
  let provider: IdentityProvider
  /** what it answers, by path */
  let answers: Record<string, { status?: number; json: unknown }>

  beforeEach(async () => {
    server = createServer((request, response) => {
      const { status = 200, json } = answers[request.url ?? ''] ?? { status: 404, json: {} }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    issuer = `http://localhost:${port}`
    const description = {
      issuer,
      authorization_endpoint: `${issuer}/authorise`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    }
    answers = {
      '/.well-known/openid-configuration': { json: description },
      '/keys': { json: { keys: [{ ...(await exportJWK(key.publicKey)), alg: 'RS256', use: 'sig' }] } },
    }
    const config = { issuer, clientId, clientSecret: 'shared', name: 'your account', trustsEmail: false }
    provider = createIdentityProvider(config)
  })
  afterEach(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })

  const now = () => Math.floor(Date.now() / 1000)
  const claims = (): JWTPayload => ({
    ...{ iss: issuer, aud: clientId, sub: 's1', nonce: 'the nonce', iat: now(), exp: now() + 300 },
    ...{ email: 'nadia@council.example.org', email_verified: true },
  })
  const sign = (payload: JWTPayload, privateKey = key.privateKey) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
  function answerWith(token: string): void {
    answers['/token'] = { json: { id_token: token, access_token: 'a' } }
  }

  it('is believed when it is signed, for us, for this attempt and fresh', async () => {
    answerWith(await sign(claims()))
    expect(await provider.whoIs(returned)).toEqual({
      ...{ issuer, subject: 's1' },
      ...{ email: 'nadia@council.example.org', isVerified: true },
    })
  })

  it.each<[string, (given: JWTPayload) => Promise<string> | string]>([
    ['is for another attempt', (given) => sign({ ...given, nonce: 'another' })],
    ['names no attempt', ({ nonce: _, ...given }) => sign(given)],
    ['is for another program', (given) => sign({ ...given, aud: 'other' })],
    [
      'was asked for by another program',
      (given) => sign({ ...given, aud: [clientId, 'other'], azp: 'other' }),
    ],
    ['is from another provider', (given) => sign({ ...given, iss: 'https://evil.example.org' })],
    ['is too old', (given) => sign({ ...given, iat: now() - 900, exp: now() - 600 })],
    ['names nobody', ({ sub: _, ...given }) => sign(given)],
    ['is signed with another key', (given) => sign(given, otherKey.privateKey)],
    ['is not signed', (given) => new UnsecuredJWT(given).encode()],
    [
      'is signed with what both sides know',
      (given) =>
        new SignJWT(given).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('shared')),
    ],
    ['is no token', () => 'nonsense'],
  ])('is not believed when it %s', async (_, token) => {
    answerWith(await token(claims()))
    await expect(provider.whoIs(returned)).rejects.toThrow(SignInRefused)
  })

  it('may tell the address apart from the token, for the same person alone', async () => {
    const { email, email_verified, ...bare } = claims()
    answerWith(await sign(bare))
    answers['/me'] = { json: { sub: 's1', email, email_verified } }
    expect(await provider.whoIs(returned)).toMatchObject({ email, isVerified: true })
    answers['/me'] = { json: { sub: 'somebody else', email, email_verified } }
    expect(await provider.whoIs(returned)).toMatchObject({ email: undefined, isVerified: false })
  })

  it.each([
    [
      'a description of another provider',
      '/.well-known/openid-configuration',
      { issuer: 'https://evil.example.org' },
    ],
    ['a description without addresses', '/.well-known/openid-configuration', {}],
    ['no keys', '/keys', { keys: 'none' }],
  ])('is not asked further after %s', async (_, path, json) => {
    answerWith(await sign(claims()))
    answers[path] = { json }
    await expect(provider.whoIs(returned)).rejects.toThrow(Error)
  })

  it('is called unreachable when it fails, and is asked again the next time', async () => {
    answerWith(await sign(claims()))
    const { '/keys': keys } = answers
    answers['/keys'] = { status: 500, json: {} }
    await expect(provider.whoIs(returned)).rejects.toThrow(ProviderUnreachable)
    answers['/keys'] = keys ?? { json: {} }
    expect(await provider.whoIs(returned)).toMatchObject({ subject: 's1' })
  })
})
