import type { Transaction } from 'kysely'
import type { NoTables } from './database.ts'
import { DatabaseError } from './database-errors.ts'
import type { BeginTransaction, OpenTransaction } from './sqlite-transactions.ts'
import type { WriteLock } from './write-lock.ts'

/** Writes that share transactions: the flush to disk is the dear part, and one serves all that wait. */
export interface GroupCommit {
  write<Result>(work: (trx: Transaction<NoTables>) => Promise<Result>): Promise<Result>
  /** Resolves when all writes so far are done; later ones are refused. */
  finish(): Promise<void>
}

/** Groups the writes of one turn of the event loop; those that arrive meanwhile make up the next group. */
export function createGroupCommit(begin: BeginTransaction, lock: WriteLock): GroupCommit {
  let waiting: Member[] = []
  let running: Promise<void> | undefined
  let finished = false

  async function runGroups(): Promise<void> {
    await endOfTurn()
    while (waiting.length > 0) {
      const members = waiting
      waiting = []
      await runGroup(begin, lock, members)
    }
    running = undefined
  }

  return {
    write(work) {
      if (finished) return Promise.reject(new DatabaseError('The database is closed.'))
      lock.refuseInside()
      const { promise, member } = createMember(work)
      waiting.push(member)
      running ??= runGroups()
      return promise
    },
    async finish() {
      finished = true
      await running
    },
  }
}

/** Nobody hears "done" before the one COMMIT. */
async function runGroup(begin: BeginTransaction, lock: WriteLock, members: readonly Member[]): Promise<void> {
  try {
    const transaction = await begin()
    try {
      if (await lock.inside(() => runMembers(transaction, members))) transaction.commit()
      else transaction.rollback()
    } catch (cause) {
      transaction.rollback()
      throw cause
    }
  } catch (cause) {
    for (const member of members) member.failed(cause)
    return
  }
  for (const member of members) member.committed()
}

/** Each under its own savepoint, unless it is alone. False when there is nothing to write: one was alone, and failed. */
async function runMembers({ trx, mark }: OpenTransaction, members: readonly Member[]): Promise<boolean> {
  const [alone, another] = members
  if (alone && !another) return alone.run(trx)
  for (const member of members) {
    mark('savepoint member')
    if (!(await member.run(trx))) mark('rollback to member')
    mark('release member')
  }
  return true
}

function createMember<Result>(work: (trx: Transaction<NoTables>) => Promise<Result>) {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  let settle: (() => void) | undefined
  const member: Member = {
    async run(trx) {
      try {
        const result = await work(trx)
        settle = () => resolve(result)
        return true
      } catch (error) {
        settle = () => reject(error)
        return false
      }
    },
    committed: () => settle?.(),
    failed: (cause) => reject(cause),
  }
  return { promise, member }
}

const endOfTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** One write of a group. */
interface Member {
  /** Runs it; false when it failed and must be undone. */
  run(trx: Transaction<NoTables>): Promise<boolean>
  /** The group is on disk: the caller hears its own result or its own error. */
  committed(): void
  /** The group could not be written: every caller hears why. */
  failed(cause: unknown): void
}
