import { colleagueRequests } from '#protocol/desk-colleagues.ts'
import { navigatorsThere } from '../board.ts'
import { type Inviter, invite, join, leave, takeOut } from '../domain/colleagues.ts'
import { refuseInviting } from '../domain/concern.ts'
import { hasJoined } from '../domain/conversation.ts'
import { ColleagueNotThere } from '../domain/errors.ts'
import { sayJoinedToo, sayLeft } from '../domain/notices.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import { deskPerson } from './admission.ts'
import { type ChangeParts, createApplyChange } from './desk-change.ts'
import type { AskedAtDesk } from './desk-tools.ts'
import { type Routes, request } from './serve-socket.ts'

/** Colleagues in a conversation, on a desk's socket. */
export function colleagueRoutes(parts: ChangeParts & AskedAtDesk): Routes {
  const { stores, allowed } = parts
  const apply = createApplyChange(parts)

  /** Somebody else who is at the desk. */
  async function nameOf(accountId: string, asker: string): Promise<string> {
    const there = await navigatorsThere(stores)
    const found = accountId === asker ? undefined : there.find((one) => one.accountId === accountId)
    if (!found) throw new ColleagueNotThere()
    return found.name
  }

  return {
    'colleague:invite': request(colleagueRequests['colleague:invite'], async ({ conversationId, to }) => {
      const by = await allowed()
      const colleague = { accountId: to, name: await nameOf(to, by.accountId) }
      const conversation = await apply(conversationId, by, {
        action: 'colleague-invite',
        rule: (standing) => {
          refuseInviting(standing, deskPerson(by))
          return invite(standing, inviterOf(standing, deskPerson(by)), colleague)
        },
      })
      return { conversation }
    }),

    'colleague:join': request(colleagueRequests['colleague:join'], async ({ conversationId }) => {
      const by = await allowed()
      const conversation = await apply(conversationId, by, {
        action: 'colleague-join',
        rule: (standing) => join(standing, by.accountId),
        notice: ({ navigatorName }) => sayJoinedToo(by.name, navigatorName),
      })
      return { conversation }
    }),

    'colleague:leave': request(colleagueRequests['colleague:leave'], async ({ conversationId }) => {
      const by = await allowed()
      const conversation = await apply(conversationId, by, {
        action: 'colleague-leave',
        rule: (standing) => leave(standing, by.accountId),
        notice: (before) => goneInWords(before, by.accountId),
      })
      return { conversation }
    }),

    'colleague:take-out': request(
      colleagueRequests['colleague:take-out'],
      async ({ conversationId, accountId }) => {
        const by = await allowed()
        const conversation = await apply(conversationId, by, {
          action: 'colleague-take-out',
          rule: (standing) => takeOut(standing, inviterOf(standing, deskPerson(by)), accountId),
          notice: (before) => goneInWords(before, accountId),
        })
        return { conversation }
      },
    ),
  }
}

/** A held conversation stands open to leads, whoever has it. */
function inviterOf({ held }: StoredConversation, person: ReturnType<typeof deskPerson>): Inviter {
  return { accountId: person.accountId, asLead: held && person.isLead }
}

/** Nothing when they had only been asked: the family did not hear of that. */
function goneInWords(before: StoredConversation, accountId: string): string | undefined {
  if (!hasJoined(before, { accountId })) return undefined
  const gone = before.colleagues.find((one) => one.accountId === accountId)
  return gone && sayLeft(gone.name, before.navigatorName)
}
