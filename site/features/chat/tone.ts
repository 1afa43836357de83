/** Two soft notes, made by the browser itself: nothing is loaded. */
export type Tone = { play: () => void }

const notes = [
  { hertz: 660, startsAt: 0 },
  { hertz: 880, startsAt: 0.12 },
] as const
const noteSeconds = 0.18
const loudness = 0.08

/** A tone over one audio context, opened when first needed. Browsers let it sound only after the person did something. */
export function createTone(open: () => AudioContext): Tone {
  let opened: AudioContext | undefined
  return {
    play: () => {
      opened ??= open()
      if (opened.state === 'suspended') void opened.resume()
      for (const { hertz, startsAt } of notes) playNote(opened, hertz, opened.currentTime + startsAt)
    },
  }
}

function playNote(context: AudioContext, hertz: number, at: number): void {
  const note = context.createOscillator()
  const volume = context.createGain()
  note.frequency.value = hertz
  volume.gain.setValueAtTime(loudness, at)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + noteSeconds)
  note.connect(volume).connect(context.destination)
  note.start(at)
  note.stop(at + noteSeconds)
}
