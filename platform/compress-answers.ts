import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { type BrotliOptions, brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptedEncoding, type Encoding } from './accepted-encoding.ts'
import { createKeptAnswers } from './kept-answers.ts'

/**
 * Compresses answers for browsers that take it, with Brotli or gzip. Only answers that say that they may be kept
 * (`cache-control` with `public` or `no-cache`, as the site's files and open data do): a page for one person may hold a
 * secret, whose length compression would give away. A file is compressed when it is first asked for and kept in memory,
 * so a build and a switch of the release need to know nothing of it. Call it before any route.
 *
 * @param options.largestBytes what is larger goes out as it is
 * @param options.keptBytes how much compressed is kept; what was not asked for longest goes first
 */
export function compressAnswers(
  app: FastifyInstance,
  options: { readonly largestBytes: number; readonly keptBytes: number } = {
    largestBytes: 16_000_000,
    keptBytes: 64_000_000,
  },
): void {
  const kept = createKeptAnswers(options.keptBytes)
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode === 304) reply.header('vary', withEncoding(reply.getHeader('vary')))
    if (!isCompressible(reply)) return payload
    reply.header('vary', withEncoding(reply.getHeader('vary')))
    const encoding = acceptedEncoding(request.headers['accept-encoding'])
    const bytes = lengthOf(reply, payload)
    if (encoding === undefined || reply.statusCode !== 200) return payload
    if (bytes < smallestBytes || bytes > options.largestBytes) return payload
    reply.header('content-encoding', encoding).removeHeader('accept-ranges').removeHeader('content-length')
    if (request.method === 'HEAD') return payload
    const key = keyOf(request, reply, encoding)
    const known = key && kept.get(key)
    if (known) {
      if (payload instanceof Readable) payload.destroy()
      return known
    }
    const compressed = await compress(await bytesOf(payload), encoding)
    if (key) kept.keep(key, compressed)
    return compressed
  })
}

/** Names one version of a file: its tag changes with what it holds. Answers without a tag are not kept. */
function keyOf({ url }: FastifyRequest, reply: FastifyReply, encoding: Encoding): string | undefined {
  const tag = reply.getHeader('etag')
  return tag === undefined ? undefined : `${encoding} ${tag} ${url.split('?', 1)[0]}`
}

function isCompressible(reply: FastifyReply): boolean {
  return (
    !reply.hasHeader('content-encoding') &&
    !reply.hasHeader('set-cookie') &&
    /\b(?:public|no-cache)\b/.test(String(reply.getHeader('cache-control') ?? '')) &&
    /^(?:text\/|image\/svg|application\/(?:json|javascript|manifest|[\w.-]+\+(?:json|xml)|xml)\b)/.test(
      String(reply.getHeader('content-type') ?? ''),
    )
  )
}

/** How long an answer is without compression, in bytes; 0 when that is not known, and it goes out as it is. */
function lengthOf(reply: FastifyReply, payload: unknown): number {
  if (typeof payload === 'string' || payload instanceof Uint8Array) return Buffer.byteLength(payload)
  return Number(reply.getHeader('content-length') ?? 0)
}

async function bytesOf(payload: unknown): Promise<Uint8Array> {
  if (payload instanceof Readable) return buffer(payload)
  if (payload instanceof Uint8Array) return payload
  return Buffer.from(String(payload))
}

function compress(bytes: Uint8Array, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzipped(bytes)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return brotlied(bytes, { params })
}

/** Caches must not give a compressed answer to who cannot read it. */
function withEncoding(vary: number | string | readonly string[] | undefined): string {
  const names = String(vary ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== 'accept-encoding')
  return [...names, 'accept-encoding'].join(', ')
}

/** Below this an answer fits one packet of the network as it is. */
const smallestBytes = 1_000

const gzipped = promisify(gzip)
const brotlied = promisify<Uint8Array, BrotliOptions, Buffer>(brotliCompress)
