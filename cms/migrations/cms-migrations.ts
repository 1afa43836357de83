import type { Migration } from '#platform/database/migrations.ts'
import { createReminders } from './0001-reminders.ts'
import { createDraftNotes } from './0002-draft-notes.ts'
import { createReviewLetters } from './0003-review-letters.ts'

/** The steps that bring the CMS's tables up to date, in order. Records are in Git; this is what Git cannot say. */
export const cmsMigrations: readonly Migration[] = [
  { number: 1, name: 'reminders', up: createReminders },
  { number: 2, name: 'draft-notes', up: createDraftNotes },
  { number: 3, name: 'review-letters', up: createReviewLetters },
]
