import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** After a finger is lifted the browser tells of the click a little later. */
const clickFollowsWithinMs = 300

/**
 * Whether a finger or a button of the mouse is down on something in this element: from when it goes down until the click has
 * been told, or it is clear that there will be none.
 */
export function usePressed(element: RefObject<HTMLElement>): boolean {
  const [pressed, setPressed] = useState(false)
  useEffect(() => {
    const within = element.current
    if (within === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const letGo = (inMs: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => setPressed(false), inMs)
    }
    const ends = new AbortController()
    const { signal } = ends
    within.addEventListener(
      'pointerdown',
      () => {
        clearTimeout(timer)
        setPressed(true)
      },
      { signal, passive: true },
    )
    window.addEventListener('pointerup', () => letGo(clickFollowsWithinMs), { signal, passive: true })
    for (const end of ['click', 'pointercancel']) window.addEventListener(end, () => letGo(0), { signal })
    return () => {
      ends.abort()
      clearTimeout(timer)
    }
  }, [element])
  return pressed
}
