import { untilThen } from './draft-in-words.ts'
import type { ShownDraft } from './read-draft.ts'

/** What is said after a step: short for the title of the page, and in a sentence. */
export function doneInWords(
  done: Done,
  draft: Pick<ShownDraft, 'isNew' | 'noteIsHeard'>,
): { short: string; words: string } {
  const { short, words } = said[done]
  if (done === 'sent' || done === 'scheduled') return { short, words: `${words} ${untilThen(draft)}` }
  const isNote = done === 'noted' || done === 'sent-back'
  return { short, words: isNote ? `${words} ${draft.noteIsHeard}` : words }
}

const said = {
  sent: { short: 'Sent', words: 'An editor looks at it now. When it is right, they publish it.' },
  'taken-back': { short: 'Taken back', words: 'You have it back. Send it to the editors when it is ready.' },
  approved: { short: 'Approved', words: 'It is ready. It is published when an editor does that.' },
  reopened: {
    short: 'Back in review',
    words: 'It is in review again, and is not published until an editor approves it.',
  },
  scheduled: { short: 'Time set', words: 'The time is set.' },
  unscheduled: {
    short: 'Time taken back',
    words: 'The time is taken back. It is ready, and is published when an editor does that.',
  },
  noted: { short: 'Sent', words: 'Your note is saved.' },
  'sent-back': { short: 'Sent back', words: 'It is sent back with your note.' },
  back: { short: 'Brought back', words: 'The draft is back, as it was when it was thrown away.' },
} as const

/** What an address says was done; undefined for anything else. */
export function doneOf(word: string): Done | undefined {
  return isDone(word) ? word : undefined
}

function isDone(word: string): word is Done {
  return Object.hasOwn(said, word)
}

export type Done = keyof typeof said
