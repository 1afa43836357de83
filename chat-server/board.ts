import type { DeskQueue } from '#protocol/desk.ts'
import type { HelpdeskStatus } from '#protocol/visitor.ts'
import type { OpeningHours } from './domain/opening-hours.ts'
import { describeHelpdesk } from './domain/status.ts'
import type { HelpdeskReadings } from './metrics.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { DeskNavigator } from './storage/navigators.ts'
import type { Stores } from './stores.ts'

/** How things stand now: the queue, and what families and the desk are told about it. */
export interface Standings {
  queue: StoredConversation[]
  status: HelpdeskStatus
  desk: DeskQueue
}

/** How far back waits say something about the wait now. */
const recentMs = 3 * 60 * 60_000

/** Reads how things stand. */
export async function readStandings(stores: Stores, hours: OpeningHours): Promise<Standings> {
  const now = stores.clock()
  const [queue, there, latestWaitsMs] = await Promise.all([
    stores.reader.queue(),
    navigatorsThere(stores),
    stores.reader.latestWaitsMs(now - recentMs),
  ])
  const waiting = queue.filter(({ channel }) => channel === 'chat').length
  const present = there.filter(({ available }) => available)
  const navigatorsAvailable = present.filter(hasRoom).length
  const navigators = { navigatorsPresent: present.length, navigatorsAvailable }
  const status = describeHelpdesk({ now, hours, ...navigators, waiting, latestWaitsMs })
  return {
    queue,
    status,
    desk: {
      open: status.open,
      closesAt: status.closesAt,
      waiting: queue.length,
      longestWaitSince: earliest(queue),
      navigatorsAvailable,
      navigators: there.map(({ accountId, name, available, chats, capacity }) => ({
        ...{ accountId, name, available, chats, capacity },
      })),
    },
  }
}

/** Who is at the desk now, available or not. */
export async function navigatorsThere({
  navigators,
  presence,
}: Pick<Stores, 'navigators' | 'presence'>): Promise<DeskNavigator[]> {
  return (await navigators.all()).filter((navigator) => presence.isThere(navigator))
}

function hasRoom({ chats, capacity }: DeskNavigator): boolean {
  return chats < capacity
}

/** The same in numbers, for whoever counts. */
export async function readQueueNumbers(
  stores: Stores,
  hours: OpeningHours,
): Promise<Omit<HelpdeskReadings, 'connections'>> {
  const { queue, desk } = await readStandings(stores, hours)
  return {
    waiting: countByChannel(queue),
    longestWaitMs: desk.longestWaitSince === null ? 0 : Math.max(0, stores.clock() - desk.longestWaitSince),
    navigatorsAvailable: desk.navigatorsAvailable,
  }
}

function countByChannel(queue: readonly StoredConversation[]): HelpdeskReadings['waiting'] {
  const counts = { chat: 0, message: 0, telephone: 0, visit: 0, paper: 0 }
  for (const { channel } of queue) counts[channel] += 1
  return counts
}

function earliest(queue: readonly StoredConversation[]): number | null {
  const times = queue.flatMap(({ waitingSince }) => (waitingSince === null ? [] : [waitingSince]))
  return times.length === 0 ? null : Math.min(...times)
}
