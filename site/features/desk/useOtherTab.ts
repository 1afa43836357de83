import { useEffect, useState } from 'preact/hooks'

const lockName = 'local-offer-desk'

/**
 * True while the desk is open in another tab of this browser that was there first. When that tab closes, this one takes its
 * place: only one of them calls.
 */
export function useOtherTab(): boolean {
  const [isSecond, setSecond] = useState(false)
  useEffect(() => {
    // Old browsers, and pages that are not on https, cannot tell.
    if (!('locks' in navigator)) return
    let release = () => {}
    const closed = new Promise<void>((resolve) => {
      release = resolve
    })
    const wait = new AbortController()
    const beFirst = () => {
      setSecond(false)
      return closed
    }
    const stand = async (lock: Lock | null) => {
      if (lock) return beFirst()
      setSecond(true)
      navigator.locks.request(lockName, { signal: wait.signal }, beFirst).catch(ignoreAbort)
    }
    void navigator.locks.request(lockName, { ifAvailable: true }, stand)
    return () => {
      wait.abort()
      release()
    }
  }, [])
  return isSecond
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error
}
