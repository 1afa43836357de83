import { createServer, type IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressOf, isFromOurPages } from './request-origin.ts'

const publicUrl = 'https://localoffer.example.org'

describe('whose page a request comes from', () => {
  it('is ours when the origin is', () => {
    expect(isFromOurPages({ origin: publicUrl }, publicUrl)).toBe(true)
    for (const origin of [
      'https://evil.example',
      'http://localoffer.example.org',
      `${publicUrl}.evil.example`,
    ]) {
      expect(isFromOurPages({ origin, 'sec-fetch-site': 'same-origin' }, publicUrl)).toBe(false)
    }
  })

  it('is ours when the browser says so and sends no origin, as for reads and blanked forms', () => {
    expect(isFromOurPages({ 'sec-fetch-site': 'same-origin' }, publicUrl)).toBe(true)
    expect(isFromOurPages({ origin: 'null', 'sec-fetch-site': 'same-origin' }, publicUrl)).toBe(true)
    expect(isFromOurPages({ 'sec-fetch-site': 'none' }, publicUrl)).toBe(true)
    expect(isFromOurPages({ 'sec-fetch-site': 'cross-site' }, publicUrl)).toBe(false)
    expect(isFromOurPages({ origin: 'null', 'sec-fetch-site': 'cross-site' }, publicUrl)).toBe(false)
    expect(isFromOurPages({ origin: 'null' }, publicUrl)).toBe(false)
  })

  it('does not matter for programs, which hold nobody’s cookies', () => {
    expect(isFromOurPages({}, publicUrl)).toBe(true)
  })

  it('may be any name of this machine while developing, on the same port', () => {
    expect(isFromOurPages({ origin: 'http://127.0.0.1:8080' }, 'http://localhost:8080')).toBe(true)
    expect(isFromOurPages({ origin: 'http://127.0.0.1:9090' }, 'http://localhost:8080')).toBe(false)
  })
})

describe('the address that limits count by', () => {
  let requests: IncomingMessage[]
  const server = createServer((request, response) => {
    requests.push(request)
    response.end()
  })
  beforeEach(async () => {
    requests = []
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => {
    server.close()
    server.closeAllConnections()
  })

  it('is what the proxy on this machine saw, and only when there is to be one', async () => {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    // The first address is what the visitor claims, the last what the proxy saw.
    await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } })
    const [request] = requests
    if (!request) throw new Error('no request came')
    expect(addressOf(request, true)).toBe('198.51.100.7')
    expect(addressOf(request, false)).toBe('127.0.0.1')
  })
})
