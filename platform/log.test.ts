import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'
import { OperatorError } from './operator-error.ts'

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

  function writtenOf(err: unknown): string {
    const lines: string[] = []
    createLog({ production: false }, { write: (line) => lines.push(line) }).error({ err }, 'it went wrong')
    return lines.join('')
  }

  it('tells the kind, the code and the place of an error, and none of what others put into it', () => {
    const cause = Object.assign(new Error('550 no such mailbox verysecret@example.org'), {
      code: 'EENVELOPE',
    })
    const error = Object.assign(new TypeError('invalid input: "verysecret"\n    at verysecret', { cause }), {
      ...{ code: '22P02', detail: 'Failing row contains (verysecret)' },
      rawPacket: Buffer.from('GET /?token=verysecret'),
    })
    const written = writtenOf(error)
    expect(JSON.parse(written)).toMatchObject({
      msg: 'it went wrong',
      err: { name: 'TypeError', code: '22P02', cause: { code: 'EENVELOPE' } },
    })
    expect(JSON.parse(written).err.stack[0]).toContain('log.test.ts')
    expect(written).not.toContain('verysecret')
    expect(written).not.toContain(Buffer.from('verysecret').toJSON().data.join(','))
    expect(writtenOf('verysecret')).not.toContain('verysecret')
  })

  it('holds the sentences that this program wrote for whoever runs it', () => {
    expect(writtenOf(new OperatorError('The disk is full.'))).toContain('The disk is full.')
  })
})
