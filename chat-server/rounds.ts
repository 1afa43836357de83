import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Log } from '#platform/log.ts'
import type { ConcernActions } from './concern-actions.ts'
import { createClockWatch } from './domain/clock-watch.ts'
import { NotANavigator } from './domain/errors.ts'
import { leaseMs } from './domain/presence.ts'
import type { Letters } from './letters.ts'
import type { Stores } from './stores.ts'
import type { Sweeper } from './sweeper.ts'
import type { DeskSocket, Namespaces } from './transport/namespaces.ts'

const roundMs = 5_000

/** What the helpdesk does every few seconds. */
export interface Rounds {
  /** Notes that a navigator's desk is connected now. */
  renewLease(signedIn: SignedIn): Promise<void>
  make(): Promise<void>
  start(): void
  /** Resolves when the round under way is done. */
  stop(): Promise<void>
}

export function createRounds(parts: {
  stores: Stores
  namespaces: Namespaces
  sweeper: Sweeper
  letters: Pick<Letters, 'tellUnread'>
  keepSearchUp: () => Promise<void>
  concerns: Pick<ConcernActions, 'escalateOverdue'>
  recheck: (socket: DeskSocket) => Promise<SignedIn>
  log: Log
}): Rounds {
  const { stores, namespaces, sweeper, letters, keepSearchUp, concerns, recheck, log } = parts
  const isClockSettled = createClockWatch(stores)
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> = Promise.resolve()

  async function renewLease({ accountId, name }: SignedIn): Promise<void> {
    const until = stores.clock() + leaseMs
    await stores.database.write((trx) => stores.navigators.renew(trx, { accountId, name }, until))
  }

  /** Also closes the sockets of sessions that have ended: they would go on hearing messages otherwise. */
  async function renewConnected(): Promise<void> {
    const present = new Map<string, SignedIn>()
    for (const socket of namespaces.desk.sockets.values()) {
      try {
        const signedIn = await recheck(socket)
        present.set(signedIn.accountId, signedIn)
      } catch (error) {
        if (!(error instanceof NotANavigator)) throw error
      }
    }
    await Promise.all([...present.values()].map(renewLease))
  }

  async function make(): Promise<void> {
    await renewConnected()
    await concerns.escalateOverdue()
    await sweeper.returnLapsed()
    await sweeper.endOffers()
    // A family is not told that we have closed because of a clock that is put right a minute later.
    if (isClockSettled()) await sweeper.closeForToday()
    await sweeper.endCapabilities()
    await letters.tellUnread()
    await keepSearchUp()
  }

  function next(): void {
    underWay = make().catch((error: unknown) => {
      log.error(
        { failure: error instanceof Error ? error.name : typeof error },
        'a round of the helpdesk failed',
      )
    })
    underWay.then(() => {
      if (timer) timer = setTimeout(next, roundMs)
    })
  }

  return {
    renewLease,
    make,
    start() {
      timer = setTimeout(next, roundMs)
    },
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await underWay
    },
  }
}
