import { describe, expect, it } from 'vitest'
import { eventually } from '../tests/support/eventually.ts'
import { createLog } from './log.ts'
import { createRunner, retryDelayMs } from './runner.ts'

describe('a background runner', () => {
  const lines: string[] = []
  const log = createLog({ production: true }, { write: (line) => lines.push(line) })

  it('goes on while there is more, looks again later, and outlives a run that fails', async () => {
    const answers = [true, true, false, new Error('broken'), true]
    let runs = 0
    const runner = createRunner({
      name: 'test',
      idleMs: 1,
      log,
      async work() {
        const answer = answers[runs++] ?? false
        if (answer instanceof Error) throw answer
        return answer
      },
    })
    runner.start()
    await eventually(() => expect(runs).toBeGreaterThan(6))
    await runner.stop()
    const atStop = runs
    expect(lines.join('')).toContain('a background run failed')
    runner.start()
    await eventually(() => expect(runs).toBeGreaterThan(atStop))
    await runner.stop()
  })

  it('stops only after the run under way has ended, and at once while it waits', async () => {
    const begun = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    let ended = false
    const runner = createRunner({
      name: 'test',
      idleMs: 3_600_000,
      log,
      async work() {
        begun.resolve()
        await mayEnd.promise
        ended = true
        return false
      },
    })
    runner.start()
    await begun.promise
    const stopped = runner.stop()
    mayEnd.resolve()
    await stopped
    expect(ended).toBe(true)
  })

  it('waits longer after each failure, up to an hour', () => {
    expect([1, 2, 3, 12, 13, 99].map(retryDelayMs)).toEqual([
      1000, 2000, 4000, 2_048_000, 3_600_000, 3_600_000,
    ])
  })
})
