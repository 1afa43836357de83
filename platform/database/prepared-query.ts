import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely'
import { DirectTransaction } from './direct-transaction.ts'

/**
 * Builds a query once for each database instead of at each use: building costs several times what SQLite needs to run it.
 * For the few queries that run with every message.
 *
 * @param build makes the query; `value('name')` stands where a value of that name goes
 * @returns runs it with such values and gives its rows and how many rows it changed
 */
export function prepareQuery<Values extends Readonly<Record<string, unknown>>, Row>(
  build: (db: Kysely<unknown>, value: Value<Values>) => Compilable<Row>,
): (db: Kysely<unknown>, values: Values) => Promise<{ rows: Row[]; changed: bigint }> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>()

  function compiledFor(db: Kysely<unknown>): CompiledQuery<Row> {
    // The adapter is one and the same for all transactions of a database, and tells its way to write SQL.
    const { adapter } = db.getExecutor()
    const known = compiled.get(adapter)
    if (known) return known
    const query = build(db, (name) => sql`${new Place(name)}`).compile()
    compiled.set(adapter, query)
    return query
  }

  return async (db, values) => {
    const query = compiledFor(db)
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Place ? values[parameter.name] : parameter,
    )
    const filled = { ...query, parameters }
    const { rows, numAffectedRows = 0n } =
      db instanceof DirectTransaction ? db.runNow<Row>(filled) : await db.executeQuery<Row>(filled)
    return { rows, changed: numAffectedRows }
  }
}

/** Names the place of a value in a query. */
export type Value<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>

/** Stands for a value in a query that was built without it. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
