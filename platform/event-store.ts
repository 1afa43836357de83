import type { Transaction } from 'kysely'
import type { Clock, NewId } from './clock.ts'
import type { Database, NoTables } from './database/database.ts'
import type { EventType } from './event-types.ts'

/** How events and consumers' places are kept. */
export function createEventStore({ database, clock, newId }: EventStoreParts): EventStore {
  const tables = database.kysely.$extendTables<EventTables>()

  function change(consumer: string, type: EventType) {
    return (trx: Transaction<NoTables>) =>
      trx
        .$extendTables<EventTables>()
        .updateTable('event_consumer')
        .where('consumer', '=', consumer)
        .where('type', '=', type)
  }

  return {
    async add(transaction, type, payload) {
      const trx = transaction.$extendTables<EventTables>()
      // The row stays locked until the commit, so that numbers become visible in their order and without gaps; else
      // a consumer could pass a number whose transaction had not committed yet.
      const { last } = await trx
        .updateTable('event_sequence')
        .set((eb) => ({ last: eb('last', '+', 1) }))
        .where('name', '=', 'event')
        .returning('last')
        .executeTakeFirstOrThrow()
      await trx.insertInto('event').values({ seq: last, id: newId(), type, payload, at: clock() }).execute()
    },

    async claim(consumer, type) {
      const now = clock()
      const waiting = await tables
        .selectFrom('event')
        .leftJoin('event_consumer', (join) =>
          join.onRef('event_consumer.type', '=', 'event.type').on('event_consumer.consumer', '=', consumer),
        )
        .select('event.seq')
        .where('event.type', '=', type)
        .where((eb) =>
          eb.or([eb('event_consumer.seq', 'is', null), eb('event.seq', '>', eb.ref('event_consumer.seq'))]),
        )
        .limit(1)
        .executeTakeFirst()
      if (!waiting) return undefined
      return database.write(async (trx) => {
        await trx
          .$extendTables<EventTables>()
          .insertInto('event_consumer')
          .values({ consumer, type, seq: 0, due_at: 0, claimed_until: 0, failures: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        return change(
          consumer,
          type,
        )(trx)
          .set({ claimed_until: now + claimMs })
          .where('claimed_until', '<=', now)
          .where('due_at', '<=', now)
          .returning(['seq', 'failures'])
          .executeTakeFirst()
      })
    },

    nextAfter: (type, seq) =>
      tables
        .selectFrom('event')
        .select(['seq', 'id', 'payload', 'at'])
        .where('type', '=', type)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst(),

    async advance(consumer, type, seq) {
      await database.write((trx) =>
        change(consumer, type)(trx).set({ seq, claimed_until: 0, due_at: 0, failures: 0 }).execute(),
      )
    },

    async release(consumer, type) {
      await database.write((trx) => change(consumer, type)(trx).set({ claimed_until: 0 }).execute())
    },

    async postpone(consumer, type, dueAt) {
      await database.write((trx) =>
        change(
          consumer,
          type,
        )(trx)
          .set((eb) => ({ claimed_until: 0, due_at: dueAt, failures: eb('failures', '+', 1) }))
          .execute(),
      )
    },
  }
}

/** How long one process may hold a consumer's place before another takes over; longer than any handler takes. */
const claimMs = 10 * 60_000

export interface EventStoreParts {
  database: Database
  clock: Clock
  newId: NewId
}

export interface EventStore {
  add(trx: Transaction<NoTables>, type: EventType, payload: string): Promise<void>
  /** takes a consumer's place for this process, if there is an event for it and nobody else holds it */
  claim(consumer: string, type: EventType): Promise<{ seq: number; failures: number } | undefined>
  nextAfter(
    type: EventType,
    seq: number,
  ): Promise<{ seq: number; id: string; payload: string; at: number } | undefined>
  /** moves the place on to `seq` and gives it back */
  advance(consumer: string, type: EventType, seq: number): Promise<void>
  release(consumer: string, type: EventType): Promise<void>
  /** gives the place back until `dueAt`, counting a failure */
  postpone(consumer: string, type: EventType, dueAt: number): Promise<void>
}

type EventTables = {
  event: { seq: number; id: string; type: string; payload: string; at: number }
  event_sequence: { name: string; last: number }
  event_consumer: {
    consumer: string
    type: string
    seq: number
    due_at: number
    claimed_until: number
    failures: number
  }
}
