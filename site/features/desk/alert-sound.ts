import type { DeskSettings } from './desk-settings.ts'

/** Two soft tones, made by the browser itself. */
export type AlertSound = {
  /** Lets the page sound: call it when the person has pressed a key or clicked. */
  unlock: () => void
  /** False when the browser does not let the page sound yet. */
  play: (volume: DeskSettings['volume']) => boolean
}

const loudness: Readonly<Record<DeskSettings['volume'], number>> = { quiet: 0.08, usual: 0.25, loud: 0.7 }
const tones = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.22 },
] as const
const toneSeconds = 0.35

export function createAlertSound(makeContext: () => AudioContext): AlertSound {
  let context: AudioContext | null = null
  return {
    unlock() {
      context ??= makeContext()
      if (context.state === 'suspended') void context.resume()
    },
    play(volume) {
      if (context?.state !== 'running') return false
      for (const { hertz, at } of tones) playTone(context, hertz, context.currentTime + at, loudness[volume])
      return true
    },
  }
}

/** It swells and fades, so that it does not click. */
function playTone(context: AudioContext, hertz: number, from: number, loud: number): void {
  const [tone, gain] = [context.createOscillator(), context.createGain()]
  tone.frequency.value = hertz
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(loud, from + 0.03)
  gain.gain.exponentialRampToValueAtTime(0.001, from + toneSeconds)
  tone.connect(gain).connect(context.destination)
  tone.start(from)
  tone.stop(from + toneSeconds)
}
