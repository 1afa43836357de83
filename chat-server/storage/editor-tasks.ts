import type { Kysely, Selectable, Transaction } from 'kysely'
import type { NewTask } from '#protocol/insight.ts'
import { TaskNotFound } from '../domain/insight-errors.ts'
import type { HelpdeskTables } from './tables.ts'
import type { EditorTaskTable } from './work-tables.ts'

/** What editors are asked to mend or to write. Nothing here belongs to a conversation. */
export interface EditorTasks {
  /** False when it was there before. */
  add(
    trx: Transaction<unknown>,
    task: Omit<NewTask, 'conversationId' | 'lookedAgain'>,
    by: Author,
  ): Promise<boolean>
  /** Throws `TaskNotFound`. */
  find(id: string): Promise<EditorTask>
  /** Ends it, once. False when it had been ended. */
  finish(trx: Transaction<unknown>, id: string, outcome: string, by: string): Promise<boolean>
  /** Open ones, the oldest first. */
  open(): Promise<EditorTask[]>
  /** The newest of those that are done. */
  done(limit: number): Promise<EditorTask[]>
  countDone(): Promise<number>
}

export type EditorTask = Selectable<EditorTaskTable>

export interface Author {
  accountId: string
  name: string
}

export function createEditorTasks(options: {
  db: Kysely<unknown>
  clock: () => number
  newId: () => string
}): EditorTasks {
  const { clock, newId } = options
  const tables = options.db.$extendTables<HelpdeskTables>()
  const tasks = tables.selectFrom('editor_task')
  return {
    async add(trx, { clientTaskId, kind, path, words }, by) {
      const { numInsertedOrUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('editor_task')
        .values({
          ...{ id: newId(), client_task_id: clientTaskId, kind, path, words },
          ...{ made_by: by.accountId, made_by_name: by.name, made_at: clock() },
          ...{ done_at: null, done_by: null, outcome: null },
        })
        .onConflict((conflict) => conflict.column('client_task_id').doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async find(id) {
      const task = await tasks.selectAll().where('id', '=', id).executeTakeFirst()
      if (!task) throw new TaskNotFound()
      return task
    },
    async finish(trx, id, outcome, by) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('editor_task')
        .set({ done_at: clock(), done_by: by, outcome })
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    open: () => tasks.selectAll().where('done_at', 'is', null).orderBy('made_at').orderBy('id').execute(),
    done: (limit) =>
      tasks
        .selectAll()
        .where('done_at', 'is not', null)
        .orderBy('done_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
    async countDone() {
      const { count } = await tasks
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('done_at', 'is not', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}
