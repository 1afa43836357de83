import { type CompiledQuery, type KyselyProps, type QueryResult, Transaction } from 'kysely'

/** A transaction of an engine that answers at once: a query that is built already needs nobody to wait for it. */
export class DirectTransaction extends Transaction<unknown> {
  /** Runs a built query in this transaction; throws when the transaction is over. */
  readonly runNow: <Row>(query: CompiledQuery<Row>) => QueryResult<Row>

  constructor(props: KyselyProps, runNow: <Row>(query: CompiledQuery<Row>) => QueryResult<Row>) {
    super(props)
    this.runNow = runNow
  }
}
