import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

describe('the log', () => {
  it('never holds the query of a request or the address it came from', async () => {
    const lines: string[] = []
    const app = fastify({
      loggerInstance: createLog({ production: true }, { write: (line) => lines.push(line) }),
    })
    app.get('/sign-in/confirm/', async () => 'ok')
    await app.inject({ url: '/sign-in/confirm/?token=verysecret', remoteAddress: '192.0.2.7' })
    await app.close()

    const written = lines.join('')
    expect(written).toContain('"path":"/sign-in/confirm/"')
    expect(written).not.toContain('verysecret')
    expect(written).not.toContain('192.0.2.7')
  })
})
