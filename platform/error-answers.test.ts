import { get } from 'node:http'
import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerErrors } from './error-answers.ts'
import { createLog } from './log.ts'
import { html } from './pages/html.ts'
import type { Pages } from './pages/shell.ts'
import { createWebApp } from './web-app.ts'

describe('an error', () => {
  let app: FastifyInstance
  let logged: string[]
  let pages: Pages
  beforeEach(async () => {
    logged = []
    pages = { render: ({ title, body }) => String(html`<title>${title}</title>${body}`) }
    const log = createLog({ production: true }, { write: (line) => logged.push(line) })
    app = await createWebApp({ publicUrl: 'http://localhost:8080', trustProxy: false }, log)
    answerErrors(app, { render: (page) => pages.render(page) })
    await app.register(formbody, { bodyLimit: 100 })
    for (const path of ['/fails/', '/api/fails']) {
      app.get(path, async () => {
        throw Object.assign(new Error('kim@example.org is taken'), {
          detail: 'Key (email)=(kim@example.org)',
        })
      })
    }
    app.post('/form/', async () => 'stored')
    app.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing here'))
  })
  afterEach(() => app.close())

  it('of ours is told to people as a page, and of its details nothing is told or logged', async () => {
    const answer = await app.inject('/fails/')
    expect(answer.statusCode).toBe(500)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain(
      'Something went wrong on our side. Nothing was changed. Try again in a minute.',
    )
    expect(answer.body).not.toContain('kim@')
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('error-answers.test.ts')
    expect(logged[0]).not.toContain('kim@')
  })

  it('of ours is told to programs in JSON', async () => {
    const answer = await app.inject('/api/fails')
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toEqual({
      error: 'Something went wrong on our side. Nothing was changed. Try again in a minute.',
    })
  })

  it('of a form that is too long or not a form at all says so', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const long = await app.inject({ method: 'POST', url: '/form/', headers, payload: 'a'.repeat(200) })
    expect(long.statusCode).toBe(413)
    expect(long.body).toContain('What you sent is too long. Go back, make it shorter and send it again.')
    const xml = { 'content-type': 'text/xml' }
    const strange = await app.inject({ method: 'POST', url: '/form/', headers: xml, payload: '<a/>' })
    expect(strange.statusCode).toBe(415)
    expect(strange.body).toContain('We could not read what was sent. Go back and try again.')
    expect(logged).toEqual([])
  })

  it('is told in plain text when there is no built site to take the frame from', async () => {
    pages = {
      render: () => {
        throw new Error('no site')
      },
    }
    const answer = await app.inject('/fails/')
    expect(answer.statusCode).toBe(500)
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  it('carries the security headers like every answer', async () => {
    for (const url of ['/fails/', '/api/fails', '/%', '/%zz', '//evil.example/%2e%2e', '/nothing']) {
      const { headers } = await app.inject(url)
      expect(headers['content-security-policy'], url).toContain("default-src 'none'")
      expect(headers['x-content-type-options'], url).toBe('nosniff')
    }
  })
})

describe('an address that cannot be read', () => {
  it.each(['/%', '/%zz', '/%c0%ae', 'http://evil.example/sign-in'])('is not found: %s', async (url) => {
    const log = createLog({ production: true }, { write: () => undefined })
    const app = await createWebApp({ publicUrl: 'http://localhost:8080', trustProxy: false }, log)
    app.get('/sign-in', async () => 'signed in')
    app.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing here'))
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    try {
      expect(await statusOf(Number(new URL(address).port), url)).toBe(404)
    } finally {
      await app.close()
    }
  })
})

/** Sends the address as it stands, which `fetch` would not. */
function statusOf(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).on('error', reject)
  })
}
