import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { createAlertSound } from './alert-sound.ts'
import { type AlertCause, alertWords, countCalls, repeatSeconds } from './desk-alert.ts'
import type { DeskSettings } from './desk-settings.ts'

const titleTurnMs = 2_000

/** What this desk's alerts are doing, and a way to try them. */
export type Alerts = {
  /** the browser does not let the page sound before somebody has clicked or pressed a key in it */
  isMute: boolean
  /** Gives the alert once; a sentence that says what should have been seen and heard. */
  tryOut: () => string
}

/**
 * Calls the navigator by sound, title and notification, at once when something new asks for them and again every 20 seconds
 * until somebody acts, whether they look at this tab or not. A second tab of the desk shows all of it but does not call.
 *
 * @param title what the tab is called otherwise
 */
export function useAlerts(
  cause: AlertCause,
  settings: DeskSettings,
  title: string,
  isSecond: boolean,
): Alerts {
  const sound = useMemo(() => createAlertSound(() => new AudioContext()), [])
  const [isMute, setMute] = useState(false)
  const before = useRef(0)
  const shown = useRef<Notification | null>(null)
  const words = alertWords(cause)
  const calls = countCalls(cause)

  useEffect(() => {
    const unlock = () => {
      sound.unlock()
      setMute(false)
    }
    for (const event of gestures) window.addEventListener(event, unlock)
    return () => {
      for (const event of gestures) window.removeEventListener(event, unlock)
    }
  }, [sound])

  const call = useRef((_said: string) => {})
  call.current = (said) => {
    if (settings.sound) setMute(!sound.play(settings.volume))
    if (settings.notifications) shown.current = notify(said)
  }
  useEffect(() => {
    const isMore = calls > before.current
    before.current = calls
    if (words === null) shown.current?.close()
    if (words === null || isSecond) return
    if (isMore) call.current(words)
    const timer = setInterval(() => call.current(words), repeatSeconds * 1000)
    return () => clearInterval(timer)
  }, [words, calls, isSecond])

  useEffect(() => {
    document.title = title
    if (words === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    let turn = 0
    const timer = setInterval(() => {
      turn += 1
      document.title = turn % 2 === 0 ? title : `● ${words}`
    }, titleTurnMs)
    return () => clearInterval(timer)
  }, [title, words])

  return {
    isMute: isMute && settings.sound && words !== null,
    tryOut: () => {
      sound.unlock()
      const isHeard = settings.sound && sound.play(settings.volume)
      const isSeen = settings.notifications && notify('This is a test.') !== null
      return triedInWords(settings, isHeard, isSeen)
    },
  }
}

/** What is over when it is told: the hint that asks for one goes then, and must move nothing that is still pressed. */
const gestures = ['click', 'keydown'] as const

/** Null when the browser does not show notifications of this page. */
function notify(body: string): Notification | null {
  if (!('Notification' in window) || Notification.permission !== 'granted') return null
  const notification = new Notification('Navigator desk', { body, tag: 'navigator-desk', silent: true })
  notification.onclick = () => {
    window.focus()
    notification.close()
  }
  return notification
}

function triedInWords({ sound, notifications }: DeskSettings, isHeard: boolean, isSeen: boolean): string {
  if (!sound && !notifications)
    return 'Sound and notifications are off: only the title of the tab will tell you.'
  const heard = isHeard
    ? 'You should hear two tones. If not, turn up the sound of this computer.'
    : 'The browser did not let us make a sound. Try once more.'
  const seen = isSeen
    ? 'You should see a notification.'
    : 'The browser did not show a notification. Allow it in the browser’s settings for this site.'
  return [...(sound ? [heard] : []), ...(notifications ? [seen] : [])].join(' ')
}
