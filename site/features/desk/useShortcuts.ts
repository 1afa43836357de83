import { useEffect, useRef } from 'preact/hooks'
import { type ShortcutAct, shortcutFor, takesKeys } from './desk-shortcuts.ts'

/** Lets single keys act while `on`; never while somebody types. */
export function useShortcuts(on: boolean, acts: Readonly<Record<ShortcutAct, () => void>>): void {
  const current = useRef(acts)
  current.current = acts
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const act = shortcutFor(event, takesKeys(document.activeElement))
      if (act === null || document.querySelector('dialog[open]')) return
      event.preventDefault()
      current.current[act]()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

/** Moves the focus from the line that has it, or else from the one that is open, by so many lines of the list. */
export function focusOnLine(step: 1 | -1 | 0): void {
  const lines = [...document.querySelectorAll<HTMLElement>('.desk__list .desk-line')].filter((line) =>
    line.checkVisibility(),
  )
  const focused = lines.findIndex((line) => line.contains(document.activeElement))
  const open = lines.findIndex((line) => line.hasAttribute('aria-current'))
  const from = focused === -1 ? open : focused
  const to = from === -1 ? 0 : Math.min(lines.length - 1, Math.max(0, from + step))
  lines[to]?.focus()
}

/** Puts the focus on an element of the page, when it is there. */
export function focusOnId(id: string): void {
  document.getElementById(id)?.focus()
}
