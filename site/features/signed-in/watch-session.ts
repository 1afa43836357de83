import { z } from 'zod'
import { createSessionNotice } from './session-notice.ts'
import { createSessionWatch, type Standing } from './session-watch.ts'

/**
 * Starts watching over the session of this page. Keys, presses and scrolling by hand keep it alive, in all tabs at
 * once; what the page does by itself does not.
 *
 * @returns has it look at once, for a page that was told that nobody is signed in
 */
export function watchSession(options: { showsEnd: boolean }): () => void {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('local-offer-session') : undefined
  const watch = createSessionWatch({
    now: () => Date.now(),
    show: createSessionNotice({ document, onStay: () => watch.noteDeed(), ...options }),
    askStanding: () => ask('/api/session', {}),
    tellUse: (csrfToken) =>
      ask('/api/session/use', { method: 'POST', headers: { 'x-csrf-token': csrfToken } }),
    renewToken(csrfToken) {
      for (const field of document.querySelectorAll<HTMLInputElement>('input[name="csrf"]'))
        field.value = csrfToken
    },
    callOthers: () => channel?.postMessage('used'),
  })
  for (const deed of ['keydown', 'pointerdown', 'wheel', 'touchmove'])
    document.addEventListener(deed, watch.noteDeed, { passive: true, capture: true })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void watch.look()
  })
  channel?.addEventListener('message', () => void watch.look())
  // Whoever has just signed in here frees the tabs that were waiting for it.
  void watch.look().then(() => channel?.postMessage('opened'))
  return () => void watch.look()
}

async function ask(address: string, request: RequestInit): Promise<Standing | 'ended' | null> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      signal: AbortSignal.timeout(answerMs),
      ...request,
    })
    if (response.status === 401) return 'ended'
    return response.ok ? standing.parse(await response.json()) : null
  } catch {
    return null
  }
}

/** A question that gets no answer by then counts as not reached. */
const answerMs = 20_000

const standing = z.object({ secondsLeft: z.number(), secondsAtMost: z.number(), csrfToken: z.string() })
