import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * Lets the arrow keys move the focus between the stops in a part of the page, elements with `data-stop`, from the last to
 * the first and back. Keys that mean something in what has the focus, such as the arrows to the side, are left alone.
 *
 * @param onEscape called with true when the focus was on the first stop
 */
export function useArrowKeys(part: RefObject<HTMLElement>, onEscape: (onFirst: boolean) => void): void {
  useEffect(() => {
    const root = part.current
    if (!root) return
    const press = (event: KeyboardEvent) => {
      const stops = [...root.querySelectorAll<HTMLElement>('[data-stop]')]
      const place = stops.findIndex((stop) => stop.contains(document.activeElement))
      if (event.key === 'Escape') {
        event.preventDefault()
        onEscape(place === 0)
        return
      }
      const step = steps[event.key]
      if (step === undefined || place < 0) return
      event.preventDefault()
      stops.at((place + step) % stops.length)?.focus()
    }
    root.addEventListener('keydown', press)
    return () => root.removeEventListener('keydown', press)
  })
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
