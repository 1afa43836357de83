import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Grant } from '#platform/accounts/grants.ts'
import type { Database } from '#platform/database/database.ts'
import type { Concern } from '#protocol/concerns.ts'
import { type DeskClient, listenAsDesk, startTestHelpdesk } from './helpdesk.fixture.ts'

export const leadOfArea: Grant[] = [{ role: 'lead', scope: { kind: 'area' } }]
export const worrying = 'My uncle hits me and says it is our secret.'

/** The helpdesk with Kim's conversation, which Sam has; Alex is another navigator and Lee the lead. Only tests import this. */
export async function openWithConcern(database: Database) {
  const helpdesk = await startTestHelpdesk(database)
  const { conversation, cookie } = await helpdesk.start({ name: 'Kim', about: 'A worry at home' })
  const kim = await helpdesk.visitor(cookie)
  await kim.emitWithAck('message:send', { clientMessageId: randomUUID(), text: worrying })
  const [sam, alex] = [await helpdesk.navigator('Sam'), await helpdesk.navigator('Alex')]
  const lee = await helpdesk.navigator('Lee', leadOfArea)
  const conversationId = conversation.id
  await sam.emitWithAck('conversation:claim', { conversationId })
  const heard = { sam: concernsOf(sam), alex: concernsOf(alex), lee: concernsOf(lee) }

  return {
    ...{ helpdesk, conversationId, cookie, kim, sam, alex, lee, heard },
    lines: { alex: listenAsDesk(alex), sam: listenAsDesk(sam), lee: listenAsDesk(lee) },

    raise: (desk: DeskClient = sam, clientConcernId: string = randomUUID()) =>
      desk.emitWithAck('concern:raise', {
        ...{ clientConcernId, conversationId, about: 'child', reason: 'Kim says that an uncle hits them.' },
      }),
    open: (desk: DeskClient, again = false, lastSeq = 0) =>
      desk.emitWithAck('conversation:open', { conversationId, lastSeq, again }),
    says: (text: string) => kim.emitWithAck('message:send', { clientMessageId: randomUUID(), text }),

    /** what the audit has about the conversation and its concerns: who did what */
    async audited() {
      const entries = await helpdesk.audit.read({ limit: 500 })
      return entries.map(({ actor, action }) => `${actor} ${action}`)
    },

    /** the emails that have gone, whole */
    async mails(): Promise<string[]> {
      await helpdesk.mail.deliverDue()
      const names = helpdesk.mailWritten()
      return names.map((name) => readFileSync(join(helpdesk.mailFolder, name), 'utf8'))
    },
  }
}

export type WithConcern = Awaited<ReturnType<typeof openWithConcern>>

/** The concern in a good reply; a refusal is thrown. */
export function concernIn(reply: { ok: true; concern: Concern } | { ok: false; message: string }): Concern {
  if (reply.ok) return reply.concern
  throw new Error(reply.message)
}

function concernsOf(desk: DeskClient): Concern[] {
  const heard: Concern[] = []
  desk.on('concern', (concern) => heard.push(concern))
  return heard
}
