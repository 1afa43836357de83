import type { logRequests } from './call-log.ts'
import type { concernRequests } from './concerns.ts'
import type { EventsToClient, EventsToServer } from './contract.ts'
import type { deskPushes, deskRequests, deskSignals } from './desk.ts'
import type { colleagueRequests } from './desk-colleagues.ts'
import type { earlierRequests } from './desk-earlier.ts'
import type { followUpRequests } from './desk-follow-ups.ts'
import type { noteRequests } from './desk-notes.ts'
import type { replyRequests } from './desk-replies.ts'
import type { searchRequests } from './desk-search.ts'
import type { tagRequests } from './desk-tags.ts'
import type { insightRequests } from './insight.ts'
import type { savedReplyRequests } from './saved-replies.ts'

/** Everything that a desk may ask, subject by subject. */
type DeskRequests = typeof deskRequests &
  typeof concernRequests &
  typeof searchRequests &
  typeof colleagueRequests &
  typeof tagRequests &
  typeof noteRequests &
  typeof followUpRequests &
  typeof earlierRequests &
  typeof replyRequests &
  typeof savedReplyRequests &
  typeof logRequests &
  typeof insightRequests

/** What a desk's socket sends. */
export type DeskToServer = EventsToServer<DeskRequests, typeof deskSignals>

/** What a desk's socket hears. */
export type ServerToDesk = EventsToClient<typeof deskPushes>
