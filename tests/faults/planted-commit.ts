import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { FaultHelpdesk } from './fault-helpdesk.ts'

/**
 * Makes COMMIT itself fail, from outside: every statement of a write goes well, and a rule that is looked at only at the end
 * is broken by each new message. Gives what takes it back.
 */
export async function plantFailingCommit(
  house: Pick<FaultHelpdesk, 'dataDir'>,
  databaseUrl: string | undefined,
): Promise<() => Promise<void>> {
  const run = (sql: string) =>
    databaseUrl === undefined ? onSqlite(house.dataDir, sql) : onPostgres(databaseUrl, sql)
  const [plant, remove] = databaseUrl === undefined ? sqliteRule : postgresRule
  await run(plant)
  return () => run(remove)
}

const sqliteRule = [
  `create table nowhere (id text primary key);
   create table broken (id text references nowhere (id) deferrable initially deferred);
   create trigger break_commit after insert on message begin insert into broken values (new.client_message_id); end`,
  'drop trigger break_commit; drop table broken; drop table nowhere',
] as const

const postgresRule = [
  `create function break_commit() returns trigger language plpgsql as $$ begin raise exception 'no commit'; end $$;
   create constraint trigger break_commit after insert on message deferrable initially deferred
   for each row execute function break_commit()`,
  'drop trigger break_commit on message; drop function break_commit',
] as const

async function onSqlite(dataDir: string, sql: string): Promise<void> {
  const database = new DatabaseSync(join(dataDir, 'local-offer.sqlite'), { timeout: 5000 })
  database.exec(sql)
  database.close()
}

async function onPostgres(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(sql)
  await client.end()
}
