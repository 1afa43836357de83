/** Reading a page aloud with the browser's own voice: what is said, and the state of its buttons. */

/** Pieces of a page in the order in which they are read. */
const spoken = 'h1, h2, h3, h4, p, li, dt, dd, th, td'

/** What stands inside these is not read: it is for the eye, for the hand, or said elsewhere. */
const silent = '[aria-hidden="true"], [hidden], nav, .page-tools, .media, .page-checked, script, .reform'

/**
 * The text of a page, a piece for each heading, paragraph and list item, each ended so that the voice pauses. A piece
 * that holds others, such as a list item with paragraphs, is read by its parts.
 */
export function textToSpeak(article: Element): string[] {
  return [...article.querySelectorAll(spoken)]
    .filter((piece) => piece.closest(silent) === null && piece.querySelector(spoken) === null)
    .map((piece) => (piece.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => (/[.!?:]$/.test(text) ? text : `${text}.`))
}

/** The browser's voice, as far as it is used here. */
export interface Voice {
  speak(text: string, ended: () => void): void
  pause(): void
  resume(): void
  cancel(): void
}

export type ReadingState = 'silent' | 'reading' | 'paused'

/**
 * Reads pieces one after the other. `changed` is called whenever its state is another. Pieces are short, since some
 * browsers fall silent in a long one.
 */
export function createReader(voice: Voice, changed: (state: ReadingState) => void): Reader {
  let state: ReadingState = 'silent'
  let reading = 0
  const become = (next: ReadingState) => {
    state = next
    changed(next)
  }
  const readFrom = (pieces: readonly string[], index: number, turn: number) => {
    // A voice that was stopped may still report the end of its last piece.
    if (turn !== reading) return
    const piece = pieces[index]
    if (piece === undefined) become('silent')
    else voice.speak(piece, () => readFrom(pieces, index + 1, turn))
  }
  return {
    start(pieces) {
      voice.cancel()
      reading += 1
      become('reading')
      readFrom(pieces, 0, reading)
    },
    pauseOrGoOn() {
      if (state === 'reading') {
        voice.pause()
        become('paused')
      } else if (state === 'paused') {
        voice.resume()
        become('reading')
      }
    },
    stop() {
      reading += 1
      voice.cancel()
      become('silent')
    },
  }
}

export interface Reader {
  start(pieces: readonly string[]): void
  pauseOrGoOn(): void
  stop(): void
}
