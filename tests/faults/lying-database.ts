import type { Transaction } from 'kysely'
import type { Database, NoTables } from '#platform/database/database.ts'

/** Lies that a database may be made to tell, so that it is seen whether our counting finds them. */
export const lies = ['done before COMMIT', 'one in ten undone'] as const
export type Lie = (typeof lies)[number]

/** How long COMMIT comes after "done", in ms. */
const early = 100

/** The same database, but what it says of writes that store a message is not true. */
export function lyingDatabase(database: Database, lie: Lie): Database {
  let messages = 0
  return {
    ...database,
    write<Result>(work: (trx: Transaction<NoTables>) => Promise<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        const written = database.write(async (trx) => {
          const result = await work(trx)
          if (!isMessage(result)) return result
          messages += 1
          if (lie === 'done before COMMIT') {
            resolve(result)
            await new Promise((later) => setTimeout(later, early))
          } else if (messages % 10 === 0) {
            resolve(result)
            throw new Error('undone')
          }
          return result
        })
        // Whoever was lied to hears no more of it.
        written.then(resolve, reject)
      })
    },
  }
}

/** What the store gives when it has added a message. */
function isMessage(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'message' in result && 'isNew' in result
}
