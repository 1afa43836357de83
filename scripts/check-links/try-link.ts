/** What came of opening an address: `ok`, or why it did not open. */
export type LinkAnswer = { readonly ok: true } | { readonly ok: false; readonly why: string }

/**
 * Opens a web address as a reader would and gives what came of it. Never throws. Some servers refuse to answer with the
 * head alone, so those are asked for the page.
 */
export async function tryLink(link: string, timeoutMs: number): Promise<LinkAnswer> {
  const head = await ask(link, 'HEAD', timeoutMs)
  return head.ok ? head : ask(link, 'GET', timeoutMs)
}

async function ask(link: string, method: 'HEAD' | 'GET', timeoutMs: number): Promise<LinkAnswer> {
  try {
    const answer = await fetch(link, {
      method,
      redirect: 'follow',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': 'Local-Offer-check-links' },
    })
    await answer.body?.cancel()
    return answer.ok ? { ok: true } : { ok: false, why: `the server answers ${answer.status}` }
  } catch (error) {
    return { ok: false, why: reason(error) }
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'no answer in time'
  return error.cause instanceof Error ? error.cause.message : error.message
}
