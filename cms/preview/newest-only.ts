import { tooOften } from '../refusals.ts'

/**
 * Runs one piece of work a person at a time. While it runs one more may wait, and the newest is the one that does.
 *
 * @throws CmsRefusal for work that a newer one has taken the place of
 */
export function createNewestOnly(): NewestOnly {
  const turns = new Map<string, Turn>()

  return async (person, work) => {
    const busy = turns.get(person)
    if (busy) {
      busy.giveUpWaiting?.()
      await new Promise<void>((mayRun, mustGo) => {
        busy.giveUpWaiting = () => mustGo(tooOften('A newer preview was asked for.'))
        void busy.ended.then(mayRun)
      })
    }
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const turn: Turn = { ended, giveUpWaiting: undefined }
    turns.set(person, turn)
    try {
      return await work()
    } finally {
      if (turns.get(person) === turn) turns.delete(person)
      end()
    }
  }
}

export type NewestOnly = <T>(person: string, work: () => Promise<T>) => Promise<T>

interface Turn {
  readonly ended: Promise<void>
  giveUpWaiting: (() => void) | undefined
}
