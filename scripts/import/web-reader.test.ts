import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from './feed-server.fixture.ts'
import { createWebReader, usualLimits } from './web-reader.ts'

let server: TestServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const limits = { stallMilliseconds: 15_000, bytes: 100_000, redirects: 3 }
const read = createWebReader(limits)

describe('a server that does not play along', () => {
  it('sends us round in circles: a sentence', async () => {
    server = await startServer((request, response) =>
      response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end(),
    )
    await expect(read(`${server.address}/a`)).rejects.toThrow(/sends us round in circles/)
  })

  it('sends us on without end: a sentence', async () => {
    server = await startServer((request, response) =>
      response.writeHead(301, { location: `${request.url}x` }).end(),
    )
    await expect(read(`${server.address}/a`)).rejects.toThrow(/sends us on more than 3 times/)
  })

  it('sends us to something that is not of the web: a sentence', async () => {
    server = await startServer((_request, response) =>
      response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
    )
    await expect(read(server.address)).rejects.toThrow(/not of the web/)
  })

  it('stalls before it answers, or in the middle: a sentence', async () => {
    server = await startServer((request, response) => {
      if (request.url === '/middle') response.write('[1,')
    })
    const impatient = createWebReader({ ...limits, stallMilliseconds: 150 })
    await expect(impatient(`${server.address}/start`)).rejects.toThrow(/sent nothing for 0\.15 seconds/)
    await expect(impatient(`${server.address}/middle`)).rejects.toThrow(/sent nothing for 0\.15 seconds/)
  })

  it('sends more than we read: a sentence, long before the end', async () => {
    server = await startServer((_request, response) => {
      const more = () => {
        while (response.writable && response.write('x'.repeat(10_000)));
      }
      response.on('drain', more)
      more()
    })
    await expect(read(server.address)).rejects.toThrow(/is larger than 0 MB/)
  })

  it('sends 60 MB: a sentence that names our limit', async () => {
    const megabytes = Array.from({ length: 60 }, () => 'x'.repeat(1_000_000))
    server = await startServer((_request, response) => void Readable.from(megabytes).pipe(response))
    await expect(createWebReader(usualLimits)(server.address)).rejects.toThrow(/is larger than 50 MB/)
  })

  it('sends us on six times: one more than we follow', async () => {
    server = await startServer((request, response) =>
      response.writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` }).end(),
    )
    await expect(createWebReader(usualLimits)(`${server.address}/0`)).rejects.toThrow(/more than 5 times/)
  })

  it.each([
    ['<!doctype html><p>Hello', 200, /gives a web page/],
    ['{"half":', 200, /gives no JSON/],
    ['no', 503, /answers with 503/],
  ])('gives %s: a sentence', async (body, status, sentence) => {
    server = await startServer((_request, response) => response.writeHead(status).end(body))
    await expect(read(server.address)).rejects.toThrow(sentence)
  })

  it('is not there: a sentence', async () => {
    const gone = await startServer(() => {})
    await gone.close()
    await expect(read(gone.address)).rejects.toThrow(/cannot be reached/)
  })

  it('sends us on once, as many do: we follow', async () => {
    server = await startServer((request, response) =>
      request.url === '/'
        ? response.writeHead(308, { location: '/v3' }).end()
        : response.end('\uFEFF{"ok":true}'),
    )
    expect(await read(server.address)).toEqual({ ok: true })
  })
})
