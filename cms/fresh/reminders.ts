import type { Transaction } from 'kysely'
import type { Holder } from '#platform/accounts/accounts.ts'
import type { Database, NoTables } from '#platform/database/database.ts'
import type { Mail } from '#platform/mail.ts'
import type { SignedTokens } from '#platform/signed-tokens.ts'
import { londonDate } from '#records/london-date.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { mainOf } from '../git/main-branch.ts'
import { myServicesPath, weeklyListPath } from '../page-addresses.ts'
import type { StoredRecords } from '../records/stored-records.ts'
import { editorsFor, editorsOf } from './editors.ts'
import { type KeptService, keptServices } from './kept-pages.ts'
import { type Rung, rungToday } from './ladder.ts'
import { askWhetherStillCorrect, tellEditors } from './letters.ts'
import type { SentLetters } from './sent-letters.ts'
import { linkEndsAt, stillCorrectLink } from './still-correct-link.ts'

/**
 * Sends the reminders of one night: an email to each person with all that they are asked about, one to each editor with
 * what nobody has answered. Which rung was sent is written down in the same transaction, so that each is sent once for a
 * due date, also by several processes and after a crash. Gives how many services each rung was about.
 */
export async function sendReminders(parts: ReminderParts): Promise<Record<Rung, number>> {
  const { repository, records, sentLetters, accounts, database } = parts
  const today = londonDate(parts.clock())
  const services = keptServices(await records.all(await mainOf(repository), 'services'))
  const providers = await accounts.holdersOf('provider')
  const everyEditor = await editorsOf(parts)
  const sentFor = await sentLetters.reminders()
  const peopleOf = (service: KeptService) =>
    providers.filter(({ scope }) => scope.kind === 'provider' && scope.id === service.provider)

  const due = services.flatMap((service) => {
    const people = peopleOf(service)
    const editors = editorsFor(everyEditor, service.provider)
    const sent = sentFor(service.id, service.dueOn)
    const rung = rungToday({ dueOn: service.dueOn, today, sent, hasPeople: people.length > 0 })
    if (rung === undefined || (rung === 'editors' && editors.length === 0)) return []
    return [{ service, rung, people: rung === 'editors' ? editors : people }]
  })

  return database.write(async (trx) => {
    const counts: Record<Rung, number> = { soon: 0, due: 0, late: 0, editors: 0 }
    const letters = new Map<string, { email: string; accountId: string; reminders: Reminder[] }>()
    for (const { service, rung, people } of due) {
      const reminder = { recordId: service.id, dueOn: service.dueOn, rung }
      if (!(await sentLetters.claimReminder(trx, reminder, today))) continue
      counts[rung] += 1
      for (const { accountId, email } of people) {
        // Somebody may be an editor and a provider: these are two letters.
        const key = `${accountId} ${rung === 'editors'}`
        const letter = letters.get(key) ?? { email, accountId, reminders: [] }
        letter.reminders.push({ service, rung })
        letters.set(key, letter)
      }
    }
    for (const letter of letters.values()) await queueLetter(parts, trx, letter)
    return counts
  })
}

async function queueLetter(
  { mail, tokens, siteUrl, clock }: ReminderParts,
  trx: Transaction<NoTables>,
  { email, accountId, reminders }: { email: string; accountId: string; reminders: readonly Reminder[] },
): Promise<void> {
  const endsAt = linkEndsAt(clock())
  const asked = reminders.flatMap(({ service: { id, name, dueOn }, rung }) => {
    if (rung === 'editors') return []
    const link = stillCorrectLink(tokens, siteUrl, { service: id, dueOn, accountId }, endsAt)
    return [{ name, rung, dueOn, link }]
  })
  const letter =
    asked.length > 0
      ? askWhetherStillCorrect({
          services: asked,
          worksUntil: londonDate(endsAt - 1),
          allServices: new URL(myServicesPath, siteUrl).href,
        })
      : tellEditors(
          reminders.map(({ service }) => service),
          new URL(weeklyListPath, siteUrl).href,
        )
  await mail.queue(trx, { to: email, ...letter, expiresAt: endsAt })
}

interface Reminder {
  readonly service: KeptService
  readonly rung: Rung
}

export interface ReminderParts {
  readonly repository: ContentRepository
  readonly records: StoredRecords
  readonly sentLetters: SentLetters
  readonly accounts: { holdersOf(role: 'editor' | 'provider'): Promise<Holder[]> }
  readonly database: Database
  readonly mail: Pick<Mail, 'queue'>
  readonly tokens: SignedTokens
  /** Where the pages of the CMS are, without a path. */
  readonly siteUrl: string
  /** ms UTC */
  readonly clock: () => number
}
