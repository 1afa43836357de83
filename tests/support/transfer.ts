import type { Page } from 'playwright-core'

/** One file that a page fetched. */
export interface Fetched {
  /** The path of its address, without the query. */
  readonly path: string
  /** What came over the wire: its headers and its compressed body, in bytes. */
  readonly bytes: number
  /** Its body after decompression, in bytes. */
  readonly rawBytes: number
}

/**
 * Watches what a page fetches from its server, by what Chromium says came over the wire. Call it before the page is
 * opened, in a context of its own: then its cache is empty.
 */
export async function watchTransfer(page: Page): Promise<() => Fetched[]> {
  const session = await page.context().newCDPSession(page)
  const paths = new Map<string, string>()
  const bytes = new Map<string, number>()
  const rawBytes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    paths.set(requestId, new URL(request.url).pathname)
  })
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    rawBytes.set(requestId, (rawBytes.get(requestId) ?? 0) + dataLength)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.set(requestId, encodedDataLength)
  })
  await session.send('Network.enable')
  return () =>
    [...bytes].map(([id, sent]) => ({
      path: paths.get(id) ?? '',
      bytes: sent,
      rawBytes: rawBytes.get(id) ?? 0,
    }))
}

/** The bytes of all files together, over the wire. */
export function bytesOf(fetched: readonly Fetched[]): number {
  return fetched.reduce((sum, { bytes }) => sum + bytes, 0)
}
