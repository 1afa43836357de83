import { setImmediate as endOfTurn } from 'node:timers/promises'

/**
 * Lets all who ask in one turn of the event loop share one read. It begins when the turn has ended, so what each gets is no
 * older than their question.
 */
export function readTogether<Result>(read: () => Promise<Result>): () => Promise<Result> {
  let asked: Promise<Result> | undefined
  return () => {
    asked ??= endOfTurn().then(() => {
      asked = undefined
      return read()
    })
    return asked
  }
}
