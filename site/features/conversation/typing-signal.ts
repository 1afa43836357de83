const repeatMs = 3000
const idleMs = 4000
const expiryMs = 7000

/** Tells the other side that one types: at most every three seconds, and that one stopped after four idle ones. */
export function createTypingSignal(tell: (typing: boolean) => void): {
  typed: () => void
  stopped: () => void
} {
  let lastTold = Number.NEGATIVE_INFINITY
  let idle: ReturnType<typeof setTimeout> | undefined
  const stopped = () => {
    clearTimeout(idle)
    if (lastTold === Number.NEGATIVE_INFINITY) return
    lastTold = Number.NEGATIVE_INFINITY
    tell(false)
  }
  const typed = () => {
    clearTimeout(idle)
    idle = setTimeout(stopped, idleMs)
    const now = performance.now()
    if (now - lastTold < repeatMs) return
    lastTold = now
    tell(true)
  }
  return { typed, stopped }
}

/** Shows that the other side types until it says otherwise, or nothing was heard for seven seconds. */
export function createTypingWatch(show: (typing: boolean) => void): (typing: boolean) => void {
  let expiry: ReturnType<typeof setTimeout> | undefined
  return (typing) => {
    clearTimeout(expiry)
    if (typing) expiry = setTimeout(() => show(false), expiryMs)
    show(typing)
  }
}
