import { followUpRequests } from '#protocol/desk-follow-ups.ts'
import { readSteady, refuseWithoutText } from '../storage/steady-conversation.ts'
import type { Stores } from '../stores.ts'
import { deskPerson } from './admission.ts'
import type { AskedAtDesk } from './desk-tools.ts'
import { type Namespaces, navigatorRoom } from './namespaces.ts'
import { type Routes, request } from './serve-socket.ts'

/** For how long what is done is still listed, so that it can be taken back. */
const doneShownMs = 7 * 24 * 60 * 60_000

/** What one navigator means to do, on a desk's socket. */
export function followUpRoutes({
  stores,
  namespaces,
  allowed,
}: { stores: Stores; namespaces: Namespaces } & AskedAtDesk): Routes {
  async function tell(id: string, by: Awaited<ReturnType<typeof allowed>>) {
    const followUp = await stores.followUps.find(id, deskPerson(by))
    namespaces.desk.to(navigatorRoom(by.accountId)).emit('follow-up', followUp)
    return { followUp }
  }

  return {
    'follow-ups:read': request(followUpRequests['follow-ups:read'], async () => {
      const person = deskPerson(await allowed())
      return { followUps: await stores.followUps.list(person, stores.clock() - doneShownMs) }
    }),

    'follow-up:add': request(followUpRequests['follow-up:add'], async (followUp) => {
      const by = await allowed()
      await stores.database.write(async (trx) => {
        refuseWithoutText(await readSteady(trx, followUp.conversationId, deskPerson(by)))
        await stores.followUps.add(trx, { ...followUp, accountId: by.accountId })
      })
      return tell(followUp.id, by)
    }),

    'follow-up:done': request(followUpRequests['follow-up:done'], async ({ id, done }) => {
      const by = await allowed()
      await stores.database.write((trx) => stores.followUps.setDone(trx, id, by.accountId, done))
      return tell(id, by)
    }),
  }
}
