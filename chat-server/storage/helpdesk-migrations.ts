import type { Migration } from '#platform/database/migrations.ts'
import { createConversations } from './migrations/0001-conversations.ts'
import { addLetters } from './migrations/0002-letters.ts'

/** The steps that bring the helpdesk's tables up to date, in order. */
export const helpdeskMigrations: readonly Migration[] = [createConversations, addLetters]
