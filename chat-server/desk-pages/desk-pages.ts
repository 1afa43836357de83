import type { FastifyPluginAsync } from 'fastify'
import type { Audit } from '#platform/audit.ts'
import type { NewId } from '#platform/clock.ts'
import type { Log } from '#platform/log.ts'
import { acceptForms, type StaffPageParts } from '#platform/pages/staff-page-routes.ts'
import type { Area } from '#records/area.ts'
import type { RecordKeeping } from '../record-keeping.ts'
import type { FindCard } from '../site-cards.ts'
import type { Stores } from '../stores.ts'
import type { Announcer } from '../transport/announcer.ts'
import { logPages } from './log-routes.ts'
import { paperPages } from './paper-routes.ts'
import { privacyPages } from './privacy.ts'
import { reportPages } from './reports.ts'
import { savedReplyPages } from './saved-reply-routes.ts'
import { taskPages } from './task-routes.ts'
import { themePages } from './theme-routes.ts'

/** What the desk's plain pages show and change. */
export interface DeskPagesParts extends StaffPageParts {
  readonly stores: Stores
  readonly keeping: RecordKeeping
  readonly findCard: FindCard
  readonly announcer: Announcer
  readonly audit: Pick<Audit, 'record' | 'list'>
  readonly area: () => Area
  readonly newId: NewId
  readonly log: Log
}

/** The plain pages of the desk, each added in its own file. */
export function createDeskPages(parts: DeskPagesParts): FastifyPluginAsync {
  return async (app) => {
    await acceptForms(app)
    reportPages(app, parts)
    privacyPages(app, parts)
    savedReplyPages(app, parts)
    logPages(app, parts)
    paperPages(app, parts)
    taskPages(app, parts)
    themePages(app, parts)
  }
}
