import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RawRecord } from '#records/read-content.ts'
import { outsideLinks } from './outside-links.ts'
import { tryLink } from './try-link.ts'

const server = createServer((request, response) => {
  if (request.url === '/slow') return
  const status = { '/here': 200, '/moved': 302, '/no-head': request.method === 'HEAD' ? 405 : 200 }[
    request.url ?? ''
  ]
  response.writeHead(status ?? 404, request.url === '/moved' ? { location: '/here' } : {}).end()
})
let site = ''

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  site = `http://127.0.0.1:${port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('a page that opens is well, also after a move, and where the server answers no HEAD', async () => {
  for (const path of ['/here', '/moved', '/no-head'])
    expect(await tryLink(`${site}${path}`, 5000)).toEqual({ ok: true })
})

test('a page that is gone, a server that says nothing and one that is not there each say why', async () => {
  expect(await tryLink(`${site}/gone`, 5000)).toEqual({ ok: false, why: 'the server answers 404' })
  expect(await tryLink(`${site}/slow`, 50)).toEqual({ ok: false, why: 'no answer in time' })
  expect(await tryLink('http://127.0.0.1:1/', 5000)).toEqual({ ok: false, why: expect.stringMatching(/./) })
})

test('links stand in fields and in the text; each is named once, with its files', () => {
  const record = (path: string, data: object, body: string): RawRecord => ({
    collection: 'guides',
    slug: path,
    path,
    data,
    body,
  })
  expect([
    ...outsideLinks([
      record('a.mdx', { sources: [{ link: 'https://example.org/law' }], telephone: '999' }, 'No link.'),
      record(
        'b.mdx',
        {},
        '[The law](https://example.org/law) and [ours](/guides/) and [mail](mailto:a@example.org)',
      ),
    ]),
  ]).toEqual([['https://example.org/law', ['a.mdx', 'b.mdx']]])
})
