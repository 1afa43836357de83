import type { SignedIn } from '#platform/accounts/grants.ts'
import type { ChangeParts } from './desk-change.ts'
import { colleagueRoutes } from './desk-colleagues.ts'
import { earlierRoutes } from './desk-earlier.ts'
import { followUpRoutes } from './desk-follow-ups.ts'
import { noteRoutes } from './desk-notes.ts'
import { tagRoutes } from './desk-tags.ts'
import type { Limits } from './limits.ts'
import type { DeskSocket, Namespaces } from './namespaces.ts'
import type { Routes } from './serve-socket.ts'

/** Who asks, with the rights of this moment. Throws when they ask too often or may no longer. */
export interface AskedAtDesk {
  allowed: () => Promise<SignedIn>
}

/** What stands beside an open conversation: colleagues, tags, notes, follow-ups and what was shown of before. */
export function toolRoutes(
  socket: DeskSocket,
  parts: ChangeParts & {
    namespaces: Namespaces
    limits: Limits
    recheck: (socket: DeskSocket) => Promise<SignedIn>
  },
): Routes {
  const asked = {
    ...parts,
    async allowed() {
      parts.limits.request(socket.id)
      return parts.recheck(socket)
    },
  }
  return {
    ...colleagueRoutes(asked),
    ...tagRoutes(asked),
    ...noteRoutes(asked),
    ...followUpRoutes(asked),
    ...earlierRoutes(asked),
  }
}
