import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Thread } from './thread.ts'

/** So close to the end counts as being there, in CSS pixels. */
const nearPx = 48

/**
 * Keeps the reader where they are: at the end while they are there, still while they read further up. The list scrolls
 * by itself, or with the page where there is little room. Put `end` on the last element inside the list; `newBelow` is
 * true while something new is out of sight.
 */
export function useReadingPlace(thread: Thread) {
  const end = useRef<HTMLDivElement>(null)
  const listAtEnd = useRef(true)
  const endOnScreen = useRef(true)
  const known = useRef({ confirmed: 0, unsent: 0 })
  const [newBelow, setNewBelow] = useState(false)
  const confirmed = thread.messages.length
  const unsent = thread.unsent.length

  useLayoutEffect(() => {
    const list = end.current?.parentElement
    if (!end.current || !list) return
    const onScreen = new IntersectionObserver(
      (entries) => {
        endOnScreen.current = entries.at(-1)?.isIntersecting ?? true
        if (endOnScreen.current) setNewBelow(false)
      },
      { rootMargin: `0px 0px ${nearPx}px 0px` },
    )
    onScreen.observe(end.current)
    // A turned phone or a longer line must not take the end out of sight.
    let known = sizeOf(list)
    const sizes = new ResizeObserver(() => {
      known = sizeOf(list)
      scrollListToEnd(list, listAtEnd.current)
    })
    sizes.observe(list)
    const noteScroll = () => {
      // The browser scrolls by itself when the list changes its size; that is not the reader leaving the end.
      if (sizeOf(list) !== known) return
      listAtEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx
    }
    list.addEventListener('scroll', noteScroll, { passive: true })
    return () => {
      onScreen.disconnect()
      sizes.disconnect()
      list.removeEventListener('scroll', noteScroll)
    }
  }, [])

  const showEnd = useCallback(() => {
    const list = end.current?.parentElement
    scrollListToEnd(list, true)
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useLayoutEffect(() => {
    const before = known.current
    known.current = { confirmed, unsent }
    const arrived = confirmed > before.confirmed && before.confirmed > 0
    if (unsent > before.unsent || (arrived && endOnScreen.current)) showEnd()
    else if (arrived) setNewBelow(true)
  }, [confirmed, unsent, showEnd])
  useLayoutEffect(() => scrollListToEnd(end.current?.parentElement, listAtEnd.current))

  return { end, newBelow, showEnd }
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight}`
}

/** Scrolls inside the list alone, never the page. */
function scrollListToEnd(list: HTMLElement | null | undefined, wanted: boolean): void {
  if (wanted && list) list.scrollTop = list.scrollHeight
}
