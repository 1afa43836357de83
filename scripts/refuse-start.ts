import { refuseBadStart } from '../platform/program.ts'

/** Says what keeps the program from starting, and ends with 1: `scripts/start` asks before it builds anything. */
await refuseBadStart(process.env)
