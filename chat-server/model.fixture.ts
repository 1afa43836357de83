/**
 * The helpdesk as a few plain lists: what should come of whatever people do. Says it in the simplest way, and shares
 * nothing with the program. Only tests import this.
 */
export interface Model {
  /** ms that have passed, and by how much the clock is wrong */
  passed: number
  jump: number
  closed: boolean
  talks: Talk[]
  navigators: Map<string, { signAt: number; available: boolean }>
}

export interface Talk {
  /** which press of “start” it came from, and when that was by the clock */
  press: number
  startedAt: number
  /** the stored id, once it is known */
  id: string
  channel: 'chat' | 'message'
  state: 'waiting' | 'with-navigator' | 'ended'
  navigator: string | null
  offer: { to: string; at: number; seenAt: number | null } | null
  /** the day by which an answer is promised, counted from the first */
  promised: number | null
  email: boolean
  blocked: boolean
  /** who was asked in, and whether they have come */
  colleagues: Record<string, 'asked' | 'joined'>
  /** who wrote which message; a notice is one of the helpdesk's own */
  messages: { author: string; key: string }[]
  seen: { visitor: number; navigator: number }
}

/** `done`, or the name of the error that it is refused with. */
export type Outcome = string

const lease = 30_000
const patience = 2 * 60_000
const repeatable = 10 * 60_000

export const emptyModel = (): Model => ({
  ...{ passed: 0, jump: 0, closed: false, talks: [] },
  navigators: new Map(),
})

export const clockOf = ({ passed, jump }: Model) => passed + jump

export function isThere(model: Model, name: string): boolean {
  const navigator = model.navigators.get(name)
  return navigator !== undefined && model.passed - navigator.signAt < lease
}

/** Whether pressing “start” again gives the talk that it gave before; the talk, or why not. */
export function started(model: Model, press: number): Talk | 'new' | 'ConversationNotFound' {
  const known = model.talks.find((talk) => talk.press === press)
  if (!known) return 'new'
  return known.startedAt > clockOf(model) - repeatable ? known : 'ConversationNotFound'
}

export function sign(model: Model, name: string): void {
  model.navigators.set(name, { available: false, ...model.navigators.get(name), signAt: model.passed })
}

export function claim(talk: Talk, name: string): Outcome {
  if (talk.state === 'ended') return 'ConversationEnded'
  if (talk.state === 'with-navigator') return talk.navigator === name ? 'done' : 'AlreadyTaken'
  give(talk, name)
  return 'done'
}

export function handBack(talk: Talk, name: string): Outcome {
  const refusal = refusalOf(talk, name)
  if (!refusal) takeAway(talk)
  return refusal ?? 'done'
}

export function offer(model: Model, talk: Talk, name: string, to: string | null): Outcome {
  if (to !== null && (to === name || !isThere(model, to))) return 'ColleagueNotThere'
  const refusal = refusalOf(talk, name)
  if (refusal) return refusal
  if (to === null) talk.offer = null
  else if (talk.offer?.to !== to) talk.offer = { to, at: clockOf(model), seenAt: null }
  return 'done'
}

export function accept(talk: Talk, name: string): Outcome {
  if (talk.state === 'ended') return 'ConversationEnded'
  if (talk.navigator === name) return 'done'
  if (talk.offer?.to !== name) return 'OfferOver'
  give(talk, name)
  return 'done'
}

export function decline(talk: Talk, name: string): Outcome {
  if (talk.offer?.to === name) talk.offer = null
  return 'done'
}

/** `name` is null for the visitor. */
export function end(talk: Talk, name: string | null): Outcome {
  if (talk.state === 'ended') return 'done'
  const refusal = name === null ? null : refusalOf(talk, name)
  if (refusal) return refusal
  Object.assign(talk, { state: 'ended', offer: null, promised: null, colleagues: {} })
  notice(talk)
  return 'done'
}

/** Gives the number of the message, or why it is refused. A repeat has the number that it had. */
export function write(talk: Talk, name: string | null, key: string): number | Outcome {
  const at = talk.messages.findIndex((message) => message.key === key)
  const author = name ?? 'visitor'
  if (at >= 0) return talk.messages[at]?.author === author ? at + 1 : 'MessageIdInUse'
  if (name === null && talk.state === 'ended') return 'ConversationEnded'
  const isIn = name !== null && talk.colleagues[name] === 'joined'
  const refusal = name === null || isIn ? null : refusalOf(talk, name)
  if (refusal) return refusal
  return talk.messages.push({ author, key })
}

export function answerLater(model: Model, talk: Talk, name: string, email: boolean): Outcome {
  if (model.closed) return 'NoDayToPromise'
  const refusal = refusalOf(talk, name)
  if (refusal) return refusal
  if (!email && !talk.email) return 'NoWayToAnswer'
  talk.email = true
  const promised = dayOf(model) + 2
  const isNews = talk.promised !== promised || talk.channel === 'chat'
  Object.assign(talk, { promised, channel: 'message' })
  if (isNews) notice(talk)
  return 'done'
}

export function answered(talk: Talk, name: string): Outcome {
  const refusal = talk.colleagues[name] === 'joined' ? null : refusalOf(talk, name)
  if (!refusal) talk.promised = null
  return refusal ?? 'done'
}

export function goOn(talk: Talk, name: string, key: string): Outcome {
  if (talk.state === 'waiting') return 'NotYetTaken'
  if (talk.state === 'ended') {
    if (talk.blocked) return 'ConversationBlocked'
    if (!talk.email) return 'NobodyToTell'
    const known = talk.messages.find((message) => message.key === key)
    if (known && known.author !== name) return 'MessageIdInUse'
    Object.assign(talk, { state: 'with-navigator', channel: 'message', navigator: name })
    notice(talk)
  } else if (talk.navigator !== name) return 'AlreadyTaken'
  const written = write(talk, name, key)
  return typeof written === 'number' ? 'done' : written
}

export function block(talk: Talk, name: string): Outcome {
  if (talk.navigator === null) return 'NotYetTaken'
  if (talk.navigator !== name) return 'AlreadyTaken'
  if (!talk.blocked) notice(talk)
  Object.assign(talk, { state: 'ended', offer: null, promised: null, colleagues: {}, blocked: true })
  return 'done'
}

/** Whether that was news. */
export function see(talk: Talk, side: 'visitor' | 'navigator', seq: number): boolean {
  if (seq <= talk.seen[side] || seq > talk.messages.length) return false
  talk.seen[side] = seq
  return true
}

/** What the helpdesk puts right by itself. */
export function sweep(model: Model): void {
  const current = model.talks.filter(({ state }) => state !== 'ended')
  for (const [name, navigator] of model.navigators) {
    if (isThere(model, name)) continue
    navigator.available = false
    for (const talk of current) if (talk.navigator === name && !staysWith(model, talk)) takeAway(talk)
  }
  for (const { offer: open, ...rest } of current) {
    if (!open) continue
    open.seenAt ??= model.passed
    const talk = current.find(({ press }) => press === rest.press)
    if (talk && (!isThere(model, open.to) || model.passed - open.seenAt >= patience)) talk.offer = null
  }
  const somebody = [...model.navigators].some(([name, { available }]) => available && isThere(model, name))
  if (!model.closed || somebody) return
  for (const talk of current) {
    if (talk.channel === 'message') continue
    talk.channel = 'message'
    notice(talk)
  }
}

/** Ids of who waits, in the order in which they are served. */
export function queueOf({ talks }: Model): string[] {
  const waiting = talks.filter(({ state }) => state === 'waiting')
  return [
    ...waiting.filter(({ channel }) => channel === 'chat'),
    ...waiting.filter(({ channel }) => channel === 'message'),
  ].map(({ id }) => id)
}

/** A message stays with who went home: after their answer, and until the promised day. */
function staysWith(model: Model, { channel, promised, messages }: Talk): boolean {
  if (channel === 'chat') return false
  if (promised !== null) return dayOf(model) < promised || model.closed
  const last = messages.findLast(({ author }) => author !== 'notice')
  return last !== undefined && last.author !== 'visitor'
}

/** It begins at noon. */
const dayOf = (model: Model) => Math.floor((clockOf(model) / 3_600_000 + 12) / 24)

/** Why who does not have a talk may not act on it; null for who has it. */
export function refusalOf(talk: Talk, name: string): Outcome | null {
  if (talk.state === 'ended') return 'ConversationEnded'
  if (talk.navigator === null) return 'NotYetTaken'
  return talk.navigator === name ? null : 'AlreadyTaken'
}

function give(talk: Talk, name: string): void {
  Object.assign(talk, { state: 'with-navigator', navigator: name, offer: null })
  delete talk.colleagues[name]
  notice(talk)
}

function takeAway(talk: Talk): void {
  Object.assign(talk, { state: 'waiting', navigator: null, offer: null, colleagues: {} })
  notice(talk)
}

/** The helpdesk says something in it. */
export function notice(talk: Talk): void {
  talk.messages.push({ author: 'notice', key: `notice-${talk.messages.length + 1}` })
}
