/** The short form is for every run of all tests, the long one for `npm run test:faults`: FAULTS=short or long, long unless set. */
export const isLong = process.env['FAULTS'] !== 'short'

/** What this form of the tests takes. */
export function inForm<Value>({ short, long }: { short: Value; long: Value }): Value {
  return isLong ? long : short
}

/** What chance follows from: FAULTS_SEED, to play a run again, else another each time. It stands in the table. */
export const seed = Number(process.env['FAULTS_SEED'] ?? Math.floor(Math.random() * 1_000_000))
