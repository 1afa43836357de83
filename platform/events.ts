import type { Transaction } from 'kysely'
import type { NoTables } from './database/database.ts'
import { createEventStore, type EventStoreParts } from './event-store.ts'
import { type EventPayload, type EventType, eventPayloads } from './event-types.ts'
import type { Log } from './log.ts'
import { createRunner, type Runner, retryDelayMs } from './runner.ts'

/**
 * Events that outlive a crash: they are published inside a transaction, and every consumer gets each one at least
 * once, in the order in which they were committed, from the first that there ever was.
 */
export function createEvents(parts: EventStoreParts & { log: Log }): Events {
  const { clock, log } = parts
  const store = createEventStore(parts)
  const subscriptions: (() => Promise<boolean>)[] = []

  async function deliver<Type extends EventType>(
    consumer: string,
    type: Type,
    handler: EventHandler<Type>,
  ): Promise<boolean> {
    const claim = await store.claim(consumer, type)
    if (!claim) return false
    const next = await store.nextAfter(type, claim.seq)
    if (!next) {
      await store.release(consumer, type)
      return false
    }
    try {
      const payload = eventPayloads[type].parse(JSON.parse(next.payload))
      await handler({ id: next.id, at: next.at, payload })
    } catch (error) {
      log.error(
        { err: error, consumer, type, event: next.id },
        'an event could not be taken in; trying again',
      )
      await store.postpone(consumer, type, clock() + retryDelayMs(claim.failures + 1))
      return false
    }
    await store.advance(consumer, type, next.seq)
    return true
  }

  async function deliverOnce(): Promise<boolean> {
    const results: boolean[] = []
    for (const deliverNext of subscriptions) results.push(await deliverNext())
    return results.includes(true)
  }

  const runner = createRunner({ name: 'events', idleMs: 500, work: deliverOnce, log })
  return {
    publish: (trx, type, payload) => store.add(trx, type, JSON.stringify(eventPayloads[type].parse(payload))),
    subscribe(consumer, type, handler) {
      subscriptions.push(() => deliver(consumer, type, handler))
    },
    async deliverDue() {
      while (await deliverOnce());
    },
    start: runner.start,
    stop: runner.stop,
  }
}

/** Takes in one event. It may be called again with the same `id` after a crash: do nothing the second time. */
export type EventHandler<Type extends EventType> = (event: {
  id: string
  /** when it was published, in milliseconds UTC */
  at: number
  payload: EventPayload<Type>
}) => Promise<void>

export interface Events extends Pick<Runner, 'start' | 'stop'> {
  /** Publishes inside the transaction of the change that it tells of. */
  publish<Type extends EventType>(
    trx: Transaction<NoTables>,
    type: Type,
    payload: EventPayload<Type>,
  ): Promise<void>
  /** Names a consumer for good; call it before `start`. A handler that throws gets the event again, later and later. */
  subscribe<Type extends EventType>(consumer: string, type: Type, handler: EventHandler<Type>): void
  /** Delivers all that is due now, without waiting for the runner. */
  deliverDue(): Promise<void>
}
