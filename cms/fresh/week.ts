import type { Audit } from '#platform/audit.ts'
import { daysBetween, mondayOf } from '#records/calendar-dates.ts'
import { londonDate } from '#records/london-date.ts'
import { type NamingPage, pagesNaming } from '../close/pages-naming.ts'
import type { Draft, Drafts } from '../drafts/drafts.ts'
import type { DraftStatus } from '../drafts/workflow.ts'
import { mainOf } from '../git/main-branch.ts'
import { weeklyListPath } from '../page-addresses.ts'
import { buildFailed, isUnmended, siteSubject } from '../publish/build-news.ts'
import { type StoredRecord, titleOf } from '../records/stored-records.ts'
import { type Actor, may, mayWithDraft } from '../rights/rights.ts'
import { editorsOf } from './editors.ts'
import { type KeptPage, keptGuidance, keptServices } from './kept-pages.ts'
import { type Letter, weeklyLetter } from './letters.ts'
import type { ReminderParts } from './reminders.ts'

/** What an editor has to look at now, the most urgent first: what they may publish. */
export async function readWeek(parts: WeekParts, actor: Actor): Promise<Week> {
  const { repository, records, audit, clock } = parts
  const today = londonDate(clock())
  const main = await mainOf(repository)
  const guidance = await Promise.all(
    (['guides', 'pathways', 'routes'] as const).map((name) => records.all(main, name)),
  )
  const isTheirs = ({ facts }: StoredRecord) => may(actor, 'publish', facts)
  const services = (await records.all(main, 'services')).filter(isTheirs)
  const kept = [
    ...keptServices(services).map((service) => ({
      ...service,
      collection: 'services',
    })),
    ...keptGuidance(guidance.flat().filter(isTheirs)),
  ].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.name.localeCompare(b.name, 'en-GB'))
  const waiting = await waitingFor(parts, actor, main)
  const builds = await audit.read({ subject: siteSubject, limit: mostBuilds })
  const failures = builds.filter(({ action, at }) => action === buildFailed && at > clock() - weekMs)
  return {
    overdue: kept.filter(({ dueOn }) => dueOn < today),
    dueSoon: kept.filter(({ dueOn }) => dueOn >= today && daysBetween(today, dueOn) <= 30),
    waiting: waiting
      .map(({ collection, slug, record, state }) => ({
        ...{ collection, slug, status: state.status, since: state.savedAt },
        name: titleOf(record),
      }))
      .toSorted((a, b) => a.since - b.since),
    failedBuilds: failures.map(({ at }) => at),
    isBehind: builds.slice(-1).some(isUnmended),
    leadingToClosed: await pagesNaming(
      records,
      main,
      services.filter(({ content }) => content.data.status === 'closed'),
    ),
  }
}

/** Sends each editor who wants it the letter of this week. Gives how many. Run it on Mondays, as often as you like. */
export async function sendWeeklyLetters(parts: WeekParts & ReminderParts): Promise<{ letters: number }> {
  const { sentLetters, database, mail, clock } = parts
  let letters = 0
  for (const { accountId, email, actor } of await editorsOf(parts)) {
    if (!(await sentLetters.wantsWeeklyLetter(accountId))) continue
    const letter = await letterFor(parts, actor)
    const isSent = await database.write(async (trx) => {
      if (!(await sentLetters.claimWeeklyLetter(trx, accountId, mondayOf(londonDate(clock()))))) return false
      await mail.queue(trx, { to: email, ...letter, expiresAt: clock() + weekMs })
      return true
    })
    if (isSent) letters += 1
  }
  return { letters }
}

async function letterFor(parts: WeekParts & ReminderParts, actor: Actor): Promise<Letter> {
  const { overdue, dueSoon, waiting, failedBuilds, isBehind } = await readWeek(parts, actor)
  const counts = {
    ...{ waiting: waiting.length, overdue: overdue.length, dueSoon: dueSoon.length },
    ...{ failedBuilds: failedBuilds.length, isBehind },
  }
  return weeklyLetter(counts, new URL(weeklyListPath, parts.siteUrl).href)
}

/** Drafts that wait for this editor: those that they may approve. */
async function waitingFor({ drafts, records }: WeekParts, actor: Actor, main: string): Promise<Draft[]> {
  const waiting = (await drafts.all()).filter(({ state }) => state.status !== 'draft')
  const published = await Promise.all(waiting.map(({ record }) => records.at(main, record.path)))
  return waiting.filter(({ record }, index) =>
    mayWithDraft(actor, 'approve', record.facts, published[index]?.facts),
  )
}

const weekMs = 7 * 24 * 60 * 60_000
const mostBuilds = 10_000

export interface WeekParts extends Pick<ReminderParts, 'repository' | 'records' | 'clock'> {
  readonly drafts: Drafts
  readonly audit: Pick<Audit, 'read'>
}

export interface Week {
  readonly overdue: readonly KeptPage[]
  readonly dueSoon: readonly KeptPage[]
  readonly waiting: readonly WaitingDraft[]
  /** When a build failed in the last 7 days, ms UTC. */
  readonly failedBuilds: readonly number[]
  /** Whether families still see the site from before the last build that failed. */
  readonly isBehind: boolean
  /** Guidance and other pages that lead to a service that has closed for good. */
  readonly leadingToClosed: readonly NamingPage[]
}

interface WaitingDraft {
  readonly collection: string
  readonly slug: string
  readonly name: string
  readonly status: DraftStatus
  /** ms UTC */
  readonly since: number
}
