import fc from 'fast-check'
import { it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { emptyModel } from './model.fixture.ts'
import { commands } from './model-commands.fixture.ts'
import { openModelHouse } from './model-house.fixture.ts'

describeOnBothEngines('whatever people do, in whatever order', (databases) => {
  it('the helpdesk does what a few plain lists say', async () => {
    const database = await databases.open()
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (steps) => {
        const real = await openModelHouse(database)
        await real.clear()
        await fc.asyncModelRun(() => ({ model: emptyModel(), real }), steps)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
