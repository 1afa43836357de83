import { type WeekdayId, weekdays } from '#records/taxonomy.ts'

/** Regular times as a service record holds them. */
export interface OpenTime {
  readonly key: string
  readonly days: WeekdayId[]
  readonly opens: string
  readonly closes: string
}

/**
 * Reads opening hours from free text such as `Mon-Fri: 6:30am-10:00pm, Sat-Sun: 8:00am-6:00pm`,
 * `Tuesdays and Fridays, 10am-2pm` or `Monday 12noon - 2pm`. Gives `undefined` when any word is not understood, so that
 * half a timetable is never shown as the whole.
 */
export function openTimesFrom(text: string): OpenTime[] | undefined {
  const tokens = tokensOf(text)
  if (tokens === undefined) return undefined
  const found: OpenTime[] = []
  let position = 0
  while (position < tokens.length) {
    const list = readDays(tokens, position)
    let slot = readSlot(tokens, list.next)
    if (list.days.length === 0 || slot === undefined) return undefined
    while (slot !== undefined) {
      found.push(openTime(list.days, slot.opens, slot.closes))
      position = slot.next
      slot = readSlot(tokens, position)
    }
  }
  return found.length === 0 ? undefined : found
}

/** Reads a cell per weekday, such as `09:00-12:30,13:00-16:30` or `CLOSED`, and joins days with the same times. */
export function openTimesOfWeek(cells: ReadonlyMap<WeekdayId, string>): OpenTime[] | undefined {
  const daysOfSlot = new Map<string, WeekdayId[]>()
  for (const [day, cell] of cells) {
    if (cell === 'CLOSED') continue
    for (const slot of cell.split(',')) {
      if (!/^\d\d:\d\d-\d\d:\d\d$/.test(slot)) return undefined
      daysOfSlot.set(slot, [...(daysOfSlot.get(slot) ?? []), day])
    }
  }
  return [...daysOfSlot].map(([slot, days]) => openTime(days, slot.slice(0, 5), slot.slice(6)))
}

function openTime(days: WeekdayId[], opens: string, closes: string): OpenTime {
  const short = days.map((day) => day.slice(0, 3)).join('-')
  return { key: `${short}-${opens.replace(':', '')}`, days, opens, closes }
}

type Token =
  | { readonly kind: 'day'; readonly day: WeekdayId }
  | {
      readonly kind: 'time'
      readonly hours: number
      readonly minutes: number
      readonly half: 'am' | 'pm' | undefined
    }
  | { readonly kind: 'to' | 'and' }

const pieces =
  /\s*(?:(?<day>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)|(?<hours>\d{1,2})(?:[.:](?<minutes>\d\d))?\s*(?<half>am|pm|noon)?|(?<to>to\b|[-–])|(?<and>and\b|[,;:&]))\s*/iy

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = []
  pieces.lastIndex = 0
  while (pieces.lastIndex < text.length) {
    const groups = pieces.exec(text)?.groups
    if (groups === undefined) return undefined
    tokens.push(tokenOf(groups))
  }
  return tokens
}

function tokenOf(groups: Record<string, string | undefined>): Token {
  const { day, hours, minutes, half, to } = groups
  if (day !== undefined) return { kind: 'day', day: weekdayOf(day) }
  if (hours === undefined) return { kind: to === undefined ? 'and' : 'to' }
  const lower = half?.toLowerCase()
  return {
    kind: 'time',
    hours: Number(hours),
    minutes: Number(minutes ?? 0),
    half: lower === 'noon' ? 'pm' : lower === 'am' || lower === 'pm' ? lower : undefined,
  }
}

function weekdayOf(word: string): WeekdayId {
  const day = weekdays.find(({ id }) => id.startsWith(word.slice(0, 3).toLowerCase()))
  if (day === undefined) throw new Error(`"${word}" is not a day`)
  return day.id
}

function readDays(tokens: readonly Token[], from: number): { days: WeekdayId[]; next: number } {
  const days = new Set<WeekdayId>()
  let last: WeekdayId | undefined
  let range = false
  let position = from
  for (; position < tokens.length; position += 1) {
    const token = tokens[position]
    if (token === undefined || token.kind === 'time') break
    if (token.kind === 'day') {
      for (const day of range && last !== undefined ? daysBetween(last, token.day) : [token.day])
        days.add(day)
      last = token.day
    }
    range = token.kind === 'to'
  }
  return { days: weekdays.map(({ id }) => id).filter((id) => days.has(id)), next: position }
}

function daysBetween(first: WeekdayId, last: WeekdayId): WeekdayId[] {
  const ids = weekdays.map(({ id }) => id)
  return ids.slice(ids.indexOf(first), ids.indexOf(last) + 1)
}

function readSlot(
  tokens: readonly Token[],
  from: number,
): { opens: string; closes: string; next: number } | undefined {
  const start = tokens[from]?.kind === 'and' ? from + 1 : from
  const [opens, to, closes] = tokens.slice(start, start + 3)
  if (opens?.kind !== 'time' || to?.kind !== 'to' || closes?.kind !== 'time') return undefined
  const end = minutesOf(closes, closes.half)
  const sameHalf = minutesOf(opens, opens.half ?? closes.half)
  const begin = opens.half === undefined && sameHalf >= end ? minutesOf(opens, 'am') : sameHalf
  return begin < end ? { opens: clock(begin), closes: clock(end), next: start + 3 } : undefined
}

function minutesOf(time: { hours: number; minutes: number }, half: 'am' | 'pm' | undefined): number {
  const hours = half === undefined ? time.hours : (time.hours % 12) + (half === 'pm' ? 12 : 0)
  return hours * 60 + time.minutes
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
