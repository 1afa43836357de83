import { setImmediate as endOfTurn } from 'node:timers/promises'
import type { Log } from '#platform/log.ts'
import type { Message } from '#protocol/conversation.ts'
import { readStandings, type Standings } from '../board.ts'
import type { PromisedTimes } from '../domain/promised-answer.ts'
import { createPace } from '../pace.ts'
import type { AddedMessage } from '../storage/message-writer.ts'
import type { Stores } from '../stores.ts'
import { keepToReaders, tellDeskLine } from './desk-line.ts'
import { listenersIn } from './listeners.ts'
import {
  conversationRoom,
  type DeskSocket,
  deskRoom,
  type Namespaces,
  type VisitorSocket,
} from './namespaces.ts'
import { toContact, toVisitorView } from './views.ts'

/** Tells everybody concerned. Call only after the commit: what is announced is stored. */
export interface Announcer {
  /**
   * A new message; one that was there before is not told again. The socket that wrote it has its reply, and is not told
   * a second time.
   */
  message(added: AddedMessage, writer?: { readonly id: string }): void
  /** The navigator has seen the messages up to this one: the visitor is told, and the navigator’s other windows. */
  seenByNavigator(id: string, seq: number): void
  /** A conversation is new or its state has changed, and with it the queue. Resolves when it is told. */
  conversation(id: string): Promise<Standings>
  /** The queue, the opening or the navigators available have changed. Resolves when it is told. */
  queue(): Promise<Standings>
  /** Tells nothing more by itself. */
  stop(): void
}

/** After so many people who were told their place, everybody else has a turn. */
const placesInOneTurn = 100

/**
 * Announcements are made one round after the other, each reading what is stored when it begins, so that an older
 * state is never told after a newer one. What comes up during a round is told together in the next. Messages and changes
 * of state are told at once; lines of the desk's list that only got a message, and places in the queue, wait for their
 * turn when there are so many that telling them would keep others waiting.
 */
export function createAnnouncer(parts: {
  stores: Stores
  namespaces: Namespaces
  hours: () => PromisedTimes
  log: Log
}): Announcer {
  const { stores, namespaces, hours, log } = parts
  const { visitors, desk } = namespaces
  const pace = createPace({ pauseTimes: 19, longestPauseMs: 2_000, clock: () => performance.now() })
  const isOnlyProcess = stores.database.engine === 'sqlite'
  let last: Promise<unknown> = Promise.resolve()
  let next: Round | undefined
  let listed = new Set<string>()
  let placesHaveChanged = false
  const untold: { conversationId: string; message: Message; writer: string | undefined }[] = []
  let soon: NodeJS.Timeout | undefined

  /** Whoever waits for the round hears of its failure; the rounds after it go on. */
  function afterLast<Result>(begin: () => Promise<Result>): Promise<Result> {
    const told = last.then(begin)
    last = told.catch((error: unknown) => {
      log.warn({ failure: error instanceof Error ? error.name : typeof error }, 'an announcement failed')
    })
    return told
  }

  function nextRound(): Round {
    if (next) return next
    const round: Round = { changed: new Set(), told: afterLast(() => begin(round)) }
    next = round
    return round
  }

  async function begin({ changed }: Round): Promise<Standings> {
    next = undefined
    const standings = await readStandings(stores, hours())
    const { queue, status } = standings
    for (const id of changed) listed.delete(id)
    for (const { conversation } of await tellLines([...changed])) {
      const { id } = conversation
      visitorsOf(id)?.emit('conversation', toVisitorView(conversation, queue, status))
      // Whoever may not read it has left the room when its line was told.
      desksAt(id)?.emit('contact', { conversationId: id, contact: toContact(conversation) })
    }
    desk.to(deskRoom).emit('queue', standings.desk)
    placesHaveChanged = true
    if (pace.waitMs() === 0) await tellWhatMayWait(standings, changed)
    else tellSoon()
    return standings
  }

  function tellSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      void afterLast(() => tellWhatMayWait(undefined, new Set())).catch(() => undefined)
    }, pace.waitMs()).unref()
  }

  function tellWhatMayWait(known: Standings | undefined, toldAlready: ReadonlySet<string>): Promise<void> {
    return pace.work(async () => {
      const [ids, places] = [[...listed], placesHaveChanged]
      listed = new Set()
      placesHaveChanged = false
      await tellLines(ids)
      if (places) await tellPlaces(known ?? (await readStandings(stores, hours())), toldAlready)
    })
  }

  async function tellLines(ids: readonly string[]) {
    const lines = await stores.reader.lines(ids)
    const times = hours()
    for (const { conversation, lastMessage } of lines) tellDeskLine(desk, conversation, lastMessage, times)
    return lines
  }

  async function tellPlaces({ queue, status }: Standings, toldAlready: ReadonlySet<string>): Promise<void> {
    for (const [index, waiting] of queue.entries()) {
      if (toldAlready.has(waiting.id)) continue
      visitorsOf(waiting.id)?.emit('conversation', toVisitorView(waiting, queue, status))
      if (index % placesInOneTurn === placesInOneTurn - 1) await endOfTurn()
    }
  }

  function tellMessages(): void {
    for (const { conversationId, message, writer } of untold.splice(0)) {
      visitorsOf(conversationId, writer)?.emit('message', message)
      desksAt(conversationId, writer)?.emit('message', { conversationId, message })
      list(conversationId)
    }
  }

  function visitorsOf(id: string, writer?: string) {
    return listenersIn<Pick<VisitorSocket, 'emit'>>(visitors, conversationRoom(id), isOnlyProcess, writer)
  }

  function desksAt(id: string, writer?: string) {
    return listenersIn<Pick<DeskSocket, 'emit'>>(desk, conversationRoom(id), isOnlyProcess, writer)
  }

  function list(id: string): void {
    listed.add(id)
    tellSoon()
  }

  return {
    message({ message, conversation }, writer) {
      if (!conversation) return
      keepToReaders(desk, conversation)
      // At the end of the tick, since replies go out before: whoever wrote something hears first that it is stored.
      if (untold.length === 0) process.nextTick(tellMessages)
      untold.push({ conversationId: conversation.id, message, writer: writer?.id })
    },
    seenByNavigator(id, seq) {
      visitorsOf(id)?.emit('seen', { seq })
      list(id)
    },
    conversation(id) {
      const round = nextRound()
      round.changed.add(id)
      return round.told
    },
    queue: () => nextRound().told,
    stop: () => clearTimeout(soon),
  }
}

/** What is told together. */
interface Round {
  /** conversations whose state has changed */
  changed: Set<string>
  told: Promise<Standings>
}
