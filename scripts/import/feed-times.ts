import { type WeekdayId, weekdays } from '#records/taxonomy.ts'
import type { Values } from './draft.ts'
import type { FeedSchedule } from './feed-service.ts'
import { plainLine } from './plain-text.ts'
import type { StatedFacts } from './stated-facts.ts'

/** When a service is, from the schedules of a feed: weekly times, single days, and in words what is neither. */
export function timesFrom(schedules: readonly FeedSchedule[], facts: StatedFacts, today: string): Values {
  const times: Values[] = []
  const sessions: Values[] = []
  const words = new Set<string>()
  for (const [index, schedule] of schedules.entries()) {
    const opens = facts.time(schedule.opens_at)
    const closes = facts.time(schedule.closes_at)
    const days = daysOf(schedule.byday)
    const on = schedule.valid_from?.slice(0, 10)
    const key = keyOf(schedule.id, index)
    if (opens !== undefined && closes !== undefined && closes > opens && days.length > 0)
      times.push({ key, days, opens, closes })
    else if (opens !== undefined && closes !== undefined && closes > opens && isSingleDay(schedule)) {
      if (on !== undefined && on >= today) sessions.push({ key, on, opens, closes })
    } else if (schedule.opens_at !== undefined || schedule.byday !== undefined)
      facts.note('a time: its days or hours cannot be read')
    for (const text of [schedule.description, schedule.notes]) {
      const line = plainLine(text)
      if (line !== undefined) words.add(line)
    }
  }
  return { times: onceEach(times), sessions: onceEach(sessions), notes: [...words].join(' ').slice(0, 1500) }
}

/** A key for an item of a list: its own id where that fits, so that it stays when the list changes. */
export function keyOf(id: string | undefined, index: number): string {
  const own = id?.toLowerCase() ?? ''
  return /^[a-z0-9-]{1,40}$/.test(own) ? own : `item-${index + 1}`
}

/** Items of a list without those that the source names twice. */
export function onceEach(items: readonly Values[]): Values[] {
  const keys = items.map(({ key }) => key)
  return items.filter(({ key }, index) => keys.indexOf(key) === index)
}

function isSingleDay({ freq, valid_from, valid_to }: FeedSchedule): boolean {
  return freq === undefined && valid_from !== undefined && valid_from.slice(0, 10) === valid_to?.slice(0, 10)
}

/** Days of RFC 5545 (`MO,TU`, also `1MO`) or in words, in the order of the week. */
function daysOf(byday: string | undefined): WeekdayId[] {
  const said = (byday ?? '').toLowerCase().split(/[^a-z]+/)
  return weekdays
    .map(({ id }) => id)
    .filter((id) => said.some((day) => day.length >= 2 && id.startsWith(day)))
}
