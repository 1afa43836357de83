import { sharePostgresFiles } from './postgres.ts'

/** Runs around all tests of Vitest, whose files have processes of their own. */
export default sharePostgresFiles
