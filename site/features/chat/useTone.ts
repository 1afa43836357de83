import { useEffect, useRef } from 'preact/hooks'
import { lastSeq, type Thread } from '../conversation/thread.ts'
import type { Tone } from './tone.ts'

type ToneProps = {
  thread: Thread
  /** messages up to here are history, for which nothing sounds; null before the first sync */
  historyUpTo: number | null
  isOn: boolean
  tone: Tone
}

/** Sounds once when the other side has written, however many messages came at once. */
export function useTone({ thread, historyUpTo, isOn, tone }: ToneProps): void {
  const heard = useRef(0)
  const newest = lastSeq(thread)
  useEffect(() => {
    if (historyUpTo === null) return
    const before = Math.max(heard.current, historyUpTo)
    heard.current = newest
    const isNews = thread.messages.some(({ seq, author }) => seq > before && author !== 'visitor')
    if (isNews && isOn) tone.play()
  }, [thread.messages, newest, historyUpTo, isOn, tone])
}
