import { ImportFault } from './import-fault.ts'

/** Reads JSON from an address of the web. @throws ImportFault in one sentence, with its cause */
export type ReadJson = (address: string) => Promise<unknown>

/** How long and how much a server may keep us: a feed of this size is not one of a Local Offer. */
export interface ReadLimits {
  /** Longest time without a byte, in milliseconds. */
  readonly stallMilliseconds: number
  /** Longest answer, in bytes. */
  readonly bytes: number
  readonly redirects: number
}

export const usualLimits: ReadLimits = { stallMilliseconds: 20_000, bytes: 50_000_000, redirects: 5 }

/** A reader that gives up on a server that stalls, sends too much or sends us round in circles. */
export function createWebReader(limits: ReadLimits = usualLimits): ReadJson {
  return async (address) => {
    const seen = new Set<string>()
    let next = address
    while (seen.size <= limits.redirects) {
      if (seen.has(next))
        throw new ImportFault(`${address} sends us round in circles. Ask its owner to mend it.`)
      seen.add(next)
      const answer = await ask(next, limits)
      if ('json' in answer) return answer.json
      next = answer.redirect
    }
    throw new ImportFault(
      `${address} sends us on more than ${limits.redirects} times. Give the address where it ends.`,
    )
  }
}

async function ask(address: string, limits: ReadLimits): Promise<{ json: unknown } | { redirect: string }> {
  const patience = new AbortController()
  const giveUp = () => patience.abort()
  let timer = setTimeout(giveUp, limits.stallMilliseconds)
  const stillThere = () => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, limits.stallMilliseconds)
  }
  try {
    const answer = await fetch(address, {
      redirect: 'manual',
      signal: patience.signal,
      headers: { accept: 'application/json' },
    })
    const location = answer.headers.get('location')
    if (answer.status >= 300 && answer.status < 400 && location !== null) {
      await answer.body?.cancel()
      return { redirect: redirectTarget(location, address) }
    }
    if (!answer.ok) {
      await answer.body?.cancel()
      throw new ImportFault(`${address} answers with ${answer.status}. Check the address.`)
    }
    return { json: parsed(await textOf(answer, address, limits, stillThere), address) }
  } catch (cause) {
    if (cause instanceof ImportFault) throw cause
    const seconds = limits.stallMilliseconds / 1000
    throw new ImportFault(
      patience.signal.aborted
        ? `${address} sent nothing for ${seconds} seconds. Try again later.`
        : `${address} cannot be reached. Check the address and the network.`,
      { cause },
    )
  } finally {
    clearTimeout(timer)
    patience.abort()
  }
}

async function textOf(
  answer: Response,
  address: string,
  limits: ReadLimits,
  stillThere: () => void,
): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    stillThere()
    bytes += chunk.byteLength
    if (bytes > limits.bytes)
      throw new ImportFault(`${address} is larger than ${megabytes(limits.bytes)}. Ask for pages.`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** JSON, or the sentence for what is none. */
export function parsed(text: string, address: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const what = /^\s*</.test(text) ? 'a web page' : 'no JSON'
    throw new ImportFault(`${address} gives ${what}. Give the address or file of an Open Referral feed.`, {
      cause,
    })
  }
}

/** `50 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`
}

function redirectTarget(location: string, from: string): string {
  const target = URL.parse(location, from)
  if (target === null || !/^https?:$/.test(target.protocol))
    throw new ImportFault(`${from} sends us on to an address that is not of the web.`)
  return target.href
}
