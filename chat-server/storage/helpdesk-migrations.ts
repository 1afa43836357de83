import type { Migration } from '#platform/database/migrations.ts'
import { createConversations } from './migrations/0001-conversations.ts'
import { addLetters } from './migrations/0002-letters.ts'
import { addVisitorWishes } from './migrations/0003-visitors.ts'
import { addRouting } from './migrations/0004-routing.ts'
import { addConcerns } from './migrations/0005-concerns.ts'
import { addCards } from './migrations/0006-cards.ts'
import { addDeskWork } from './migrations/0007-desk-work.ts'
import { addInsight } from './migrations/0008-insight.ts'
import { addSearch } from './migrations/0009-search.ts'
import { addReportFacts } from './migrations/0010-report-facts.ts'

/** The steps that bring the helpdesk's tables up to date, in order. */
export const helpdeskMigrations: readonly Migration[] = [
  createConversations,
  addLetters,
  addVisitorWishes,
  addRouting,
  addConcerns,
  addCards,
  addDeskWork,
  addInsight,
  addSearch,
  addReportFacts,
]
