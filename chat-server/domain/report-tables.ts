import { channelNames, channels } from '#protocol/conversation.ts'
import { tagLabel } from '#records/conversation-tags.ts'
import { ageBands, needs, weekdays } from '#records/taxonomy.ts'
import { timeInWords } from '#records/time-of-day.ts'
import { isSmall } from './disclosure.ts'
import type { GapFacts, MarkFacts } from './report-facts.ts'
import { aloneTable, gridTable, type Part, partsTable, type ReportTable, timesTable } from './report-table.ts'
import type { Tally } from './report-tally.ts'
import { reportWords as words } from './report-words.ts'

/**
 * The tables of a report. They are safe together as each is alone: a table whose total another one hides is withheld, and
 * otherwise tables share nothing but totals that are shown.
 */
export function tablesOf(
  tally: Tally,
  gaps: readonly GapFacts[],
  marks: readonly MarkFacts[],
): ReportTable[] {
  const byChannel = partsTable(words.channels, channelParts(tally))
  const rated = partsTable(words.rated, [
    part(saidHow, tally.rated),
    part('Did not say', tally.contacts - tally.rated),
  ])
  const areRatedShown = isShownIn(rated, saidHow)
  return [
    byChannel,
    gridTable(
      words.hours,
      tally.hours.map((_, hour) => hourName(hour)),
      weekdays.map(({ label }) => label),
      tally.hours,
    ),
    partsTable(words.outcomes, [
      part('Resolved at first contact', tally.ended.first),
      part('Ended, and took more', tally.ended.more),
      part('Still open', tally.contacts - tally.ended.first - tally.ended.more),
    ]),
    timesTable(words.times, [
      { name: 'A chat waited until a navigator took it', lengthsMs: tally.times.wait },
      { name: 'A chat waited for its first answer', lengthsMs: tally.times.chatAnswer },
      { name: 'A message waited for its first answer', lengthsMs: tally.times.messageAnswer },
    ]),
    partsTable(
      words.chats,
      chatNames.map(([outcome, name]) => part(name, tally.chats.get(outcome))),
      isShownIn(byChannel, channelNames.chat),
    ),
    partsTable(
      words.messages,
      messageNames.map(([outcome, name]) => part(name, tally.messages.get(outcome))),
      isShownIn(byChannel, channelNames.message),
    ),
    rated,
    partsTable(words.helped, namedParts(helpedNames, tally.helped), areRatedShown),
    partsTable(words.ease, namedParts(easeNames, tally.ease), areRatedShown),
    aloneTable(
      words.topics,
      [...tally.tags].map(([tag, count]) => part(tagLabel(tag), count)),
    ),
    partsTable(
      words.gapNeeds,
      gapParts(gaps, needNames, ({ need }) => need),
    ),
    partsTable(
      words.gapAges,
      gapParts(gaps, ageNames, ({ age }) => bandOf(age)),
    ),
    partsTable(words.gapAreas, placeParts(gaps)),
    aloneTable(words.themes, themeParts(marks)),
    aloneTable(words.blocked, [part('Blocked', tally.blocked)]),
  ]
}

const notSaid = 'Not said'
const saidHow = 'Said how it was'

/** Whether a reader knows the number in a row: then it may be the total of another table. */
function isShownIn({ state, rows }: ReportTable, row: string): boolean {
  return state === 'none' || rows.some(({ name, values }) => name === row && typeof values[0] === 'number')
}

function part(name: string, value = 0): Part {
  return { name, count: { value } }
}

function namedParts(names: readonly (readonly [string, string])[], counts: ReadonlyMap<string, number>) {
  return names.map(([id, name]) => part(name, counts.get(id)))
}

function channelParts(tally: Tally): Part[] {
  return channels.map((channel) => part(channelNames[channel], tally.channels.get(channel)))
}

function hourName(hour: number): string {
  return `${timeInWords(hour * 60)} to ${timeInWords((hour + 1) * 60)}`
}

/** Gaps by what `of` says of them, in the order of `names`, those of which it is not said last. */
function gapParts(
  gaps: readonly GapFacts[],
  names: ReadonlyMap<string, string>,
  of: (gap: GapFacts) => string | null,
): Part[] {
  const groups = Map.groupBy(gaps, (gap) => {
    const id = of(gap)
    return id === null ? notSaid : (names.get(id) ?? id)
  })
  const known = [...names.values()]
  const place = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length)
  return [...groups]
    .map(([name, all]) => ({ name, count: countOf(all) }))
    .toSorted((one, other) => place(one.name) - place(other.name))
}

/** Places are typed, so one that few families named is not even called by its name. */
function placeParts(gaps: readonly GapFacts[]): Part[] {
  const typed = (area: string | null) => area?.trim().toLowerCase() ?? ''
  const groups = [...Map.groupBy(gaps, ({ area }) => typed(area))]
  const few = groups.filter(([key, all]) => key !== '' && isSmall(countOf(all)))
  const named = groups
    .filter(([key, all]) => key !== '' && !isSmall(countOf(all)))
    .map(([, all]) => ({ name: all[0]?.area?.trim() ?? notSaid, count: countOf(all) }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
  const rest = [
    { name: 'Other places, with few each', all: few.flatMap(([, all]) => all) },
    { name: notSaid, all: groups.find(([key]) => key === '')?.[1] ?? [] },
  ]
  return [
    ...named,
    ...rest.flatMap(({ name, all }) => (all.length > 0 ? [{ name, count: countOf(all) }] : [])),
  ]
}

function countOf(gaps: readonly GapFacts[]): Part['count'] {
  return { value: gaps.length, conversations: new Set(gaps.map(({ family }) => family)).size }
}

/** A theme counts families: one that makes a point three times is one. */
function themeParts(marks: readonly MarkFacts[]): Part[] {
  return [...Map.groupBy(marks, ({ theme }) => theme)].map(([name, all]) =>
    part(name, new Set(all.map(({ family }) => family)).size),
  )
}

function bandOf(age: number | null): string | null {
  if (age === null) return null
  return ageBands.find(({ from, to }) => from <= age && age <= to)?.id ?? null
}

const needNames = new Map<string, string>(needs.map(({ id, label }) => [id, label]))
const ageNames = new Map<string, string>(ageBands.map(({ id, label }) => [id, label]))

const helpedNames = [
  ['yes', 'Yes'],
  ['partly', 'Partly'],
  ['no', 'No'],
] as const

const easeNames = [
  ['easy', 'Easy'],
  ['between', 'In between'],
  ['hard', 'Hard'],
  ['not-said', notSaid],
] as const

const chatNames = [
  ['taken', 'A navigator took it'],
  ['ended-alone', 'Missed: it ended and nobody had taken it'],
  ['became-message', 'Missed: we closed and it became a message'],
  ['waiting', 'Waits now'],
] as const

const messageNames = [
  ['in-time', 'Answered by the promised day'],
  ['late', 'Missed: answered after the promised day'],
  ['unanswered', 'Not answered so far'],
] as const
