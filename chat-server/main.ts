import { runProgram } from '#platform/program.ts'
import { openStandAloneHelpdesk } from './stand-alone.ts'

/** Starts the helpdesk by itself, on PORT. */
await runProgram(
  process.env,
  openStandAloneHelpdesk,
  ({ host, port }) => `The helpdesk is running on ${host}, port ${port}.`,
)
