import { openStandAloneCms } from '../../cms/stand-alone.ts'
import { runProgram } from '../../platform/program.ts'

/** The CMS as `cms/main.ts` starts it, on a checkout of its own (`CHECKOUT`), for tests to kill. */
await runProgram(
  process.env,
  (config, log) => openStandAloneCms(config, log, process.env['CHECKOUT'] ?? '', console.log),
  () => 'The CMS is running.',
)
