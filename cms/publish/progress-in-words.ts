import { counted } from '#records/counted.ts'
import { type Actor, isEditor } from '../rights/rights.ts'
import type { Progress } from './progress.ts'
import { buildStages } from './publication.ts'

/**
 * How far a change is on its way to the site, for whoever looks: one sentence, and the steps with where it is. Why a build
 * failed is for editors: it may speak of other records, and of where the program stands.
 */
export function progressInWords(progress: Progress, reader: Pick<Actor, 'role'>): ProgressInWords {
  if (progress.is === 'live') return { words: 'The site now shows your change.', steps: [] }
  if (progress.is === 'unknown')
    return { words: 'Your change is saved. The site shows it when it is built the next time.', steps: [] }
  if (progress.is === 'failed')
    return {
      words: `The change is saved but the site could not be built, so people still see the one from before. ${isEditor(reader) ? `Tell the people who run the site: ${progress.reason}` : 'The editors at the council are told why.'}`,
      steps: [],
    }
  const { stage, lastTookMs } = progress
  const at = buildStages.indexOf(stage)
  return {
    words: `Your change is being put on the site. ${lastTookMs === null ? 'That takes a minute or so.' : `The last time that took ${durationInWords(lastTookMs)}.`}`,
    steps: buildStages.map((each, index) => ({
      words: stageWords[each],
      is: index < at ? 'done' : index === at ? 'now' : 'later',
    })),
  }
}

const stageWords = {
  waiting: 'Waits for its turn',
  'taking-out': 'Takes out the pages as they were published',
  building: 'Builds the site',
  checking: 'Checks that every page is there',
  switching: 'Shows the new site',
} as const

function durationInWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  return seconds < 90 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute')
}

export interface ProgressInWords {
  readonly words: string
  readonly steps: readonly { readonly words: string; readonly is: 'done' | 'now' | 'later' }[]
}
