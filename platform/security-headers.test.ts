import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { addSecurityHeaders, contentSecurityPolicy } from './security-headers.ts'

describe('security headers', () => {
  let app: FastifyInstance
  afterEach(() => app?.close())

  async function appAt(publicUrl: string): Promise<FastifyInstance> {
    app = fastify()
    await addSecurityHeaders(app, { publicUrl })
    app.get('/page/', async () => 'ok')
    return app
  }

  it('stand on every answer, also where there is no page', async () => {
    await appAt('http://localhost:8080')
    for (const url of ['/page/', '/nowhere/']) {
      const { headers } = await app.inject(url)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://localhost:8080; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
      )
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'x-frame-options': 'DENY',
      })
      expect(headers['permissions-policy']).toContain('geolocation=()')
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  it('ask for https from then on where the site has it', async () => {
    await appAt('https://offer.example.org')
    const { headers } = await app.inject('/page/')
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(headers['content-security-policy']).toContain("connect-src 'self' wss://offer.example.org")
  })

  it('allow films in guides and eval in the CMS alone', () => {
    const policyOf = (url: string) => contentSecurityPolicy(url, 'http://localhost:8080')
    expect(policyOf('/services/?need=autism')).not.toContain('unsafe')
    expect(policyOf('/guides/appeals/')).not.toContain('unsafe')
    expect(policyOf('/guides/appeals/')).toContain("media-src 'self'")
    expect(policyOf('/chat/')).not.toContain('media-src')
    expect(policyOf('/admin/')).toContain("'unsafe-eval'")
    expect(policyOf('/desk/')).not.toContain('unsafe')
    expect(policyOf('/administration/')).not.toContain('unsafe')
  })

  it('allow the pictures of the map on the page with the map, and nowhere else', async () => {
    let origin: string | undefined = 'https://tile.example.org'
    app = fastify()
    await addSecurityHeaders(app, { publicUrl: 'http://localhost:8080' }, () => origin)
    const policyOf = async (url: string) => String((await app.inject(url)).headers['content-security-policy'])
    for (const url of ['/services/', '/services/?q=swimming&view=map'])
      expect(await policyOf(url)).toContain("img-src 'self' data: https://tile.example.org;")
    expect((await policyOf('/services/')).replace('https://tile.example.org', '')).not.toContain('tile')
    for (const url of [
      '/',
      '/services/a-club/',
      '/services//',
      '/services/%2e%2e/',
      '/desk/?/services/',
      '/admin/',
    ])
      expect(await policyOf(url)).not.toContain('tile')
    origin = undefined
    expect(await policyOf('/services/')).toContain("img-src 'self' data:;")
  })

  it.each([
    '/admin/../desk/',
    '/admin/%2e%2e/desk/',
    '/admin/..%2fdesk/',
    '/admin//desk/',
    '/admin/..\\desk/',
  ])('stay strict for the crooked address %s', (url) => {
    expect(contentSecurityPolicy(url, 'http://localhost:8080')).not.toContain('unsafe')
  })
})
