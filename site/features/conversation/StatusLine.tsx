import { useEffect, useMemo, useState } from 'preact/hooks'
import { throttleText } from './announcing.ts'

const pauseMs = 2500

/** A line that says how things stand, on the screen and to screen readers, never in a rush. */
export function StatusLine({ text, class: name = 'status-line' }: { text: string; class?: string }) {
  const [shown, setShown] = useState('')
  const { say, stop } = useMemo(() => throttleText(pauseMs, setShown), [])
  useEffect(() => say(text), [say, text])
  useEffect(() => stop, [stop])
  return (
    <p class={name} role="status">
      {shown}
    </p>
  )
}
