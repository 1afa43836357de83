import { join } from 'node:path'
import { runProgram } from '../../platform/program.ts'
import { openHouse } from '../../scripts/house.ts'

/**
 * The whole house, as `scripts/serve.ts` starts it, with a clock that is `CLOCK_AHEAD_MS` before the machine's. Its parent
 * process lets time pass: it sends how many ms, and hears `passed`.
 */
const startsAheadMs = Number(process.env['CLOCK_AHEAD_MS'])
let passedMs = 0
process.on('message', (message) => {
  passedMs += Number(message)
  process.send?.('passed')
})

await runProgram(
  process.env,
  (config, log) =>
    openHouse({
      ...{ config, log, root: join(import.meta.dirname, '../..') },
      clock: () => Date.now() + startsAheadMs + passedMs,
      elapsed: () => performance.now() + passedMs,
    }),
  () => 'Local Offer is running.',
)
