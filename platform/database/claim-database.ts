import { sql } from 'kysely'
import { OperatorError } from '../operator-error.ts'
import type { Database } from './database.ts'

/**
 * Claims the database for the one program that may do `what`, for as long as its connection to PostgreSQL lives: two would
 * work from two folders on the same accounts, jobs and mail. PostgreSQL lets go of it when the program is killed, and within
 * a minute when its machine is gone; a PostgreSQL that was started again has forgotten it. On SQLite the database lies in the
 * data folder, which is claimed already.
 *
 * @param refusal one sentence for whoever starts a second one
 * @returns gives the database free
 * @throws OperatorError when another program has it
 */
export async function claimDatabase(
  { engine, kysely }: Pick<Database, 'engine' | 'kysely'>,
  what: string,
  refusal: string,
): Promise<() => Promise<void>> {
  if (engine !== 'postgres') return async () => {}
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: claimed, resolve: tell, reject } = Promise.withResolvers<boolean>()
  const holding = kysely
    .connection()
    .execute(async (connection) => {
      await sql`set tcp_keepalives_idle = 20`.execute(connection)
      await sql`set tcp_keepalives_interval = 10`.execute(connection)
      await sql`set tcp_keepalives_count = 3`.execute(connection)
      const key = sql`hashtext(${`local-offer ${what}`})`
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${key}) as mine`.execute(
        connection,
      )
      tell(rows[0]?.mine === true)
      await until
      // A connection that broke meanwhile holds nothing any more.
      if (rows[0]?.mine)
        await sql`select pg_advisory_unlock(${key})`.execute(connection).catch(() => undefined)
    })
    .catch(reject)
  const release = async () => {
    letGo()
    await holding
  }
  if (await claimed) return release
  await release()
  throw new OperatorError(refusal)
}
