import { type ReadonlySignal, signal } from '@preact/signals'

const lockName = 'local-offer-chat-voice'

/**
 * Of several tabs with the same chat one speaks: announces and sounds. It is the one that was looked at last; when it is
 * closed another takes over. True while this tab is the one, and always where the browser has no locks.
 */
export function openVoice(
  locks: Locks | undefined,
  page: { window: EventTarget; hasFocus: () => boolean },
): ReadonlySignal<boolean> {
  const speaks = signal(locks === undefined)
  if (locks === undefined) return speaks
  let queueing = new AbortController()

  const hold = (options: LockOptions) => {
    const keepForEver = () => {
      speaks.value = true
      return new Promise<never>(() => {})
    }
    // It ends only when another tab takes over, or when this tab itself stops queueing.
    locks.request(lockName, options, keepForEver).catch(() => {
      if (options.signal?.aborted) return
      speaks.value = false
      queue()
    })
  }
  const queue = () => {
    queueing = new AbortController()
    hold({ signal: queueing.signal })
  }
  const takeOver = () => {
    if (speaks.value) return
    speaks.value = true
    queueing.abort()
    hold({ steal: true })
  }
  page.window.addEventListener('focus', takeOver)
  if (page.hasFocus()) takeOver()
  else queue()
  return speaks
}

/** What is needed of the browser's locks. */
type Locks = {
  request: (name: string, options: LockOptions, callback: () => Promise<never>) => Promise<never>
}
