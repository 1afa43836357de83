import { colleagueRequests } from '#protocol/desk-colleagues.ts'
import { createColleagueChanges } from './colleague-changes.ts'
import type { ChangeParts } from './desk-change.ts'
import type { AskedAtDesk } from './desk-tools.ts'
import { type Routes, request } from './serve-socket.ts'

/** Colleagues in a conversation, on a desk's socket. */
export function colleagueRoutes(parts: ChangeParts & AskedAtDesk): Routes {
  const { allowed } = parts
  const changes = createColleagueChanges(parts)
  return {
    'colleague:invite': request(colleagueRequests['colleague:invite'], async ({ conversationId, to }) => ({
      conversation: await changes.invite(conversationId, await allowed(), to),
    })),
    'colleague:join': request(colleagueRequests['colleague:join'], async ({ conversationId }) => ({
      conversation: await changes.join(conversationId, await allowed()),
    })),
    'colleague:leave': request(colleagueRequests['colleague:leave'], async ({ conversationId }) => ({
      conversation: await changes.leave(conversationId, await allowed()),
    })),
    'colleague:take-out': request(
      colleagueRequests['colleague:take-out'],
      async ({ conversationId, accountId }) => ({
        conversation: await changes.takeOut(conversationId, await allowed(), accountId),
      }),
    ),
  }
}
