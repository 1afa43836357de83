import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMetrics } from './metrics.ts'
import { trustedProxies } from './proxy-trust.ts'

describe('the numbers at /metrics', () => {
  let app: FastifyInstance

  beforeEach(() => {
    app = fastify({ trustProxy: trustedProxies({ trustProxy: true }) })
    addMetrics(app)
    app.get('/broken', async () => {
      throw new Error('broken')
    })
  })
  afterEach(() => app.close())

  const ask = (options: { headers?: Record<string, string>; remoteAddress?: string } = {}) =>
    app.inject({ url: '/metrics', headers: { host: 'localhost:8080' }, ...options })

  it('tell a program of this machine how the process is and what went wrong', async () => {
    await app.inject('/broken')
    await app.inject('/not-there')
    const answer = await ask()
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(answer.body).toContain('process_resident_memory_bytes')
    expect(answer.body).toContain('nodejs_eventloop_lag_seconds')
    expect(answer.body).toContain('local_offer_http_answer_seconds_count{status="5xx"} 1')
    expect(answer.body).toContain('local_offer_http_answer_seconds_count{status="4xx"} 1')
  })

  it('are not there for another machine', async () => {
    for (const remoteAddress of ['192.0.2.7', '2001:db8::7', '10.0.0.2'])
      expect((await ask({ remoteAddress })).statusCode).toBe(404)
  })

  it('are not there through a proxy on this machine, whatever it says about itself', async () => {
    for (const header of ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])
      expect((await ask({ headers: { host: 'localhost', [header]: '127.0.0.1' } })).statusCode).toBe(404)
  })

  it('are not there under a name that people type, which a silent proxy passes on', async () => {
    for (const host of ['localoffer.example.org', 'localhost.example.org:8080', 'localhost@example.org'])
      expect((await ask({ headers: { host } })).statusCode).toBe(404)
  })
})
