import type { Config } from '#platform/config.ts'
import { nextMondayMorning } from '#platform/nightly.ts'
import type { Platform } from '#platform/open-platform.ts'
import { createDrafts } from '../drafts/drafts.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { createStoredRecords } from '../records/stored-records.ts'
import { sendReminders } from './reminders.ts'
import type { SentLetters } from './sent-letters.ts'
import { sendWeeklyLetters } from './week.ts'

/** Has the reminders sent every night, and the editors' letter on Monday mornings. Call it before the platform starts. */
export async function planLetters({ platform, config, repository, sentLetters }: Parts): Promise<void> {
  const records = createStoredRecords(repository)
  const parts = {
    ...platform,
    ...{ repository, records, sentLetters },
    drafts: createDrafts(repository, records),
    siteUrl: config.cmsOrigin ?? config.publicUrl,
  }
  await platform.nightly.add('remind-providers', () => sendReminders(parts))
  await platform.nightly.add('weekly-letters', () => sendWeeklyLetters(parts), nextMondayMorning)
}

interface Parts {
  readonly platform: Platform
  readonly config: Pick<Config, 'publicUrl' | 'cmsOrigin'>
  readonly repository: ContentRepository
  readonly sentLetters: SentLetters
}
