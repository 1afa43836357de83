import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** After a finger is lifted the browser tells of the click a little later. */
const clickFollowsWithinMs = 300

/** Nothing may be told after any of these: a menu of the browser takes the end of a press for itself. */
const ends = ['click', 'pointercancel', 'contextmenu'] as const

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
    const leaves = new AbortController()
    const { signal } = leaves
    within.addEventListener(
      'pointerdown',
      () => {
        clearTimeout(timer)
        setPressed(true)
      },
      { signal, passive: true },
    )
    window.addEventListener('pointerup', () => letGo(clickFollowsWithinMs), { signal, passive: true })
    for (const end of ends) window.addEventListener(end, () => letGo(0), { signal })
    return () => {
      leaves.abort()
      clearTimeout(timer)
    }
  }, [element])
  return pressed
}
