import { beforeEach, expect, it } from 'vitest'
import { createAccountStore } from '#platform/accounts/account-store.ts'
import { randomId, systemClock } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { cmsMigrations } from '../migrations/cms-migrations.ts'
import { createSentLetters, type SentLetters } from './sent-letters.ts'

const reminder = { recordId: 'r1', dueOn: '2027-10-01', rung: 'due' as const }

describeOnBothEngines('what was sent', (databases) => {
  let database: Database
  let sent: SentLetters
  let elsewhere: { database: Database; sent: SentLetters }

  beforeEach(async () => {
    const place = await databases.place()
    database = await databases.open(place)
    await migratePlatform(database)
    await database.migrate('cms', cmsMigrations)
    sent = createSentLetters(database)
    const other = await databases.open(place)
    elsewhere = { database: other, sent: createSentLetters(other) }
  })

  it('of two processes that want to send a reminder, one may', async () => {
    const claims = await Promise.all([
      database.write((trx) => sent.claimReminder(trx, reminder, '2027-10-01')),
      elsewhere.database.write((trx) => elsewhere.sent.claimReminder(trx, reminder, '2027-10-01')),
    ])
    expect(claims.toSorted()).toEqual([false, true])
    expect([...(await sent.reminders())('r1', '2027-10-01')]).toEqual([['due', '2027-10-01']])
    expect((await sent.reminders())('r1', '2028-10-01').size).toBe(0)
  })

  it('a reminder whose letter could not be queued is not written down', async () => {
    const failing = database.write(async (trx) => {
      await sent.claimReminder(trx, reminder, '2027-10-01')
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect((await sent.reminders())('r1', '2027-10-01').size).toBe(0)
  })

  it('a weekly letter goes to a person once a week, and not when they stopped it; it leaves with their account', async () => {
    const accounts = createAccountStore({ database, clock: systemClock, newId: randomId })
    const editor = { email: 'editor@example.org', name: 'An editor', grants: [], demonstration: false }
    const id = await database.write((trx) => accounts.add(trx, editor))
    const claim = (week: string) => database.write((trx) => sent.claimWeeklyLetter(trx, id, week))
    expect([await claim('2026-11-23'), await claim('2026-11-23'), await claim('2026-11-30')]).toEqual([
      true,
      false,
      true,
    ])

    for (const isWanted of [false, false, true, true, false]) {
      await sent.setWeeklyLetter(id, isWanted, 1)
      expect(await sent.wantsWeeklyLetter(id)).toBe(isWanted)
    }
    await database.write((trx) =>
      trx
        .$extendTables<{ staff_account: { id: string } }>()
        .deleteFrom('staff_account')
        .where('id', '=', id)
        .execute(),
    )
    expect(await sent.wantsWeeklyLetter(id)).toBe(true)
  })
})
