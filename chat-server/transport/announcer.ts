import type { Log } from '#platform/log.ts'
import { readStandings, type Standings } from '../board.ts'
import type { OpeningHours } from '../domain/opening-hours.ts'
import type { AddedMessage } from '../storage/message-writer.ts'
import type { Stores } from '../stores.ts'
import { conversationRoom, deskRoom, type Namespaces } from './namespaces.ts'
import { toDeskView, toVisitorView } from './views.ts'

/** Tells everybody concerned. Call only after the commit: what is announced is stored. */
export interface Announcer {
  /** A new message; one that was there before is not told again. */
  message(added: AddedMessage): void
  /** The navigator has seen the messages up to this one: the visitor is told, and the navigator’s other windows. */
  seenByNavigator(id: string, seq: number): void
  /** A conversation is new or its state has changed, and with it the queue. Resolves when it is told. */
  conversation(id: string): Promise<Standings>
  /** The queue, the opening or the navigators available have changed. Resolves when it is told. */
  queue(): Promise<Standings>
}

/**
 * Announcements are made one round after the other, each reading what is stored when it begins, so that an older
 * state is never told after a newer one. What comes up during a round is told together in the next.
 */
export function createAnnouncer(parts: {
  stores: Stores
  namespaces: Namespaces
  hours: () => OpeningHours
  log: Log
}): Announcer {
  const { stores, namespaces, hours, log } = parts
  const { visitors, desk } = namespaces
  let last: Promise<unknown> = Promise.resolve()
  let next: Round | undefined

  function nextRound(): Round {
    if (next) return next
    const round: Round = { listed: new Set(), changed: new Set(), told: last.then(() => begin(round)) }
    // Whoever waits for the round hears of its failure; the rounds after it go on.
    last = round.told.catch((error: unknown) => {
      log.warn({ failure: error instanceof Error ? error.name : typeof error }, 'an announcement failed')
    })
    next = round
    return round
  }

  async function begin(round: Round): Promise<Standings> {
    next = undefined
    const standings = await readStandings(stores, hours())
    for (const id of round.listed) await tellLists(id, round.changed.has(id), standings)
    if (round.queue) tellQueue(standings)
    return standings
  }

  async function tellLists(id: string, hasChanged: boolean, { queue, status }: Standings): Promise<void> {
    const conversation = await stores.reader.find(id)
    if (!conversation) return
    desk.to(deskRoom).emit('conversation', toDeskView(conversation, await stores.reader.lastMessage(id)))
    // Who waits is told with the queue.
    if (!hasChanged || conversation.state === 'waiting') return
    visitors.to(conversationRoom(id)).emit('conversation', toVisitorView(conversation, queue, status))
  }

  function tellQueue({ queue, status, desk: deskQueue }: Standings): void {
    desk.to(deskRoom).emit('queue', deskQueue)
    for (const waiting of queue) {
      visitors.to(conversationRoom(waiting.id)).emit('conversation', toVisitorView(waiting, queue, status))
    }
  }

  return {
    message({ message, conversation }) {
      if (!conversation) return
      const room = conversationRoom(conversation.id)
      visitors.to(room).emit('message', message)
      desk.to(room).emit('message', { conversationId: conversation.id, message })
      nextRound().listed.add(conversation.id)
    },
    seenByNavigator(id, seq) {
      visitors.to(conversationRoom(id)).emit('seen', { seq })
      nextRound().listed.add(id)
    },
    conversation(id) {
      const round = nextRound()
      round.listed.add(id)
      round.changed.add(id)
      round.queue = true
      return round.told
    },
    queue() {
      const round = nextRound()
      round.queue = true
      return round.told
    },
  }
}

/** What is told together. */
interface Round {
  /** conversations whose line in the desk's list is new */
  listed: Set<string>
  /** those of them whose state has changed */
  changed: Set<string>
  queue?: boolean
  told: Promise<Standings>
}
