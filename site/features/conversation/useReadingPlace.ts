import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Thread } from './thread.ts'

/**
 * Keeps the reader where they are: at the end while they are there, still while they read further up.
 * Put `end` on an element at the end of the list; `newBelow` is true while something new is out of sight.
 */
export function useReadingPlace(thread: Thread) {
  const end = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const known = useRef({ confirmed: 0, unsent: 0 })
  const [newBelow, setNewBelow] = useState(false)
  const confirmed = thread.messages.length
  const unsent = thread.unsent.length

  useLayoutEffect(() => {
    if (!end.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        atEnd.current = entries.at(-1)?.isIntersecting ?? true
        if (atEnd.current) setNewBelow(false)
      },
      { rootMargin: '0px 0px 48px 0px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [])

  const showEnd = useCallback(() => end.current?.scrollIntoView({ block: 'nearest' }), [])
  useLayoutEffect(() => {
    const before = known.current
    known.current = { confirmed, unsent }
    const log = end.current?.parentElement
    const arrived = confirmed > before.confirmed
    if (before.confirmed === 0 && log) log.scrollTop = log.scrollHeight
    else if (unsent > before.unsent || (arrived && atEnd.current)) showEnd()
    else if (arrived) setNewBelow(true)
  }, [confirmed, unsent, showEnd])

  return { end, newBelow, showEnd }
}
