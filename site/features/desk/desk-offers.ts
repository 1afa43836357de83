import type { DeskConversation, DeskQueue } from '#protocol/desk.ts'
import { nextFor, suits } from '#protocol/routing-hint.ts'
import { counted } from '#records/counted.ts'
import { nameOfVisitor } from './desk-lists.ts'
import type { DeskState } from './desk-state.ts'

/** A colleague as the choice shows them. */
export type Colleague = DeskQueue['navigators'][number]

/** Who could take a conversation over: everybody else who is at the desk, those with room first. */
export function colleaguesOf({ me, queue }: Pick<DeskState, 'me' | 'queue'>): Colleague[] {
  const others = (queue?.navigators ?? []).filter(({ accountId }) => accountId !== me?.accountId)
  return others.toSorted((one, other) => loadOf(one) - loadOf(other))
}

/** How much a colleague has to do: "3 of 4 chats, available". */
export function colleagueInWords({ chats, capacity, available }: Colleague): string {
  const room = chats >= capacity ? `${chats} of ${capacity} chats, full` : `${chats} of ${capacity} chats`
  return `${room}, ${available ? 'available' : 'away'}`
}

/** What somebody is called who is or was at the desk. */
export function nameOfNavigator({ queue }: Pick<DeskState, 'queue'>, accountId: string | null): string {
  return queue?.navigators.find((one) => one.accountId === accountId)?.name ?? 'A colleague'
}

/** The conversations that colleagues ask this navigator to take over. */
export function offeredToMe({ me, conversations }: Pick<DeskState, 'me' | 'conversations'>) {
  return me === null ? [] : conversations.filter(({ offeredTo }) => offeredTo === me.accountId)
}

/** What has become of this navigator's offers since `before`, in a sentence; null when there is no news. */
export function offerNews(before: DeskState, after: DeskState): string | null {
  const me = after.me?.accountId
  for (const now of after.conversations) {
    const was = before.conversations.find(({ id }) => id === now.id)
    if (me === undefined || was?.navigatorId !== me || was.offeredTo === null || now.offeredTo !== null)
      continue
    const colleague = nameOfNavigator(before, was.offeredTo)
    if (now.navigatorId === was.offeredTo) return `${colleague} has taken over ${nameOfVisitor(now)}.`
    if (now.navigatorId === me && now.state !== 'ended')
      return `${colleague} has not taken over ${nameOfVisitor(now)}. It stays with you.`
  }
  return null
}

/** What a line of the queue says about this navigator: why it suits them, and whether it is theirs to take next. */
export function hintsFor(
  { me }: Pick<DeskState, 'me'>,
  waiting: readonly DeskConversation[],
  now: number,
): ReadonlyMap<string, { suits: readonly string[]; isNext: boolean }> {
  const helpsWith = me?.helpsWith ?? []
  // With one person there is nothing to choose.
  const next = waiting.length > 1 ? nextFor(waiting, helpsWith, now) : null
  return new Map(
    waiting.map((line) => [line.id, { suits: suits(line, helpsWith), isNext: line.id === next?.id }]),
  )
}

/** Said beside "Take" when this navigator has as many chats as they want; null while there is room. */
export function fullInWords({ me, queue }: Pick<DeskState, 'me' | 'queue'>): string | null {
  const mine = queue?.navigators.find(({ accountId }) => accountId === me?.accountId)
  if (!mine || mine.chats < mine.capacity) return null
  const chats = counted(mine.chats, 'chat')
  return `You have ${chats}, as many as you want at once. You can still take this one.`
}

/** What somebody typed with commas, as a list: without empty pieces, each thing once. */
export function listOf(text: string): string[] {
  const things = text
    .split(/[,;\n]/)
    .map((thing) => thing.trim())
    .filter((thing) => thing !== '')
  return things.filter(
    (thing, index) => things.findIndex((other) => other.toLowerCase() === thing.toLowerCase()) === index,
  )
}

function loadOf({ available, chats, capacity }: Colleague): number {
  return (available ? 0 : 1000) + chats / capacity
}
