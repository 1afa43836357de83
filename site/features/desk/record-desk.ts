import type { z } from 'zod'
import { logRequests } from '#protocol/call-log.ts'
import type { Refusal } from '#protocol/contract.ts'
import { insightRequests } from '#protocol/insight.ts'
import type { Wire } from '../conversation/wire.ts'

import type { SearchedGap } from './searched-gap.ts'

const unreachable =
  'We could not reach the helpdesk, so this is not stored yet. What you wrote stays here. Try again.'

type Payload<Request extends { payload: z.ZodType }> = z.input<Request['payload']>

export type RecordDesk = ReturnType<typeof createRecordDesk>

/** What this desk writes down beside conversations. Each step gives null when it is stored, or a sentence that says why not. */
export function createRecordDesk(ask: Wire['ask'], newId: () => string) {
  /** ids of searches whose answer has not come, so that a second press does not count them twice */
  const unsure = new Map<string, string>()

  const noteGap = async (gap: Payload<(typeof insightRequests)['gap:add']>) =>
    problemOf(await ask('gap:add', gap, insightRequests['gap:add'].reply))

  return {
    log: async (entry: Payload<(typeof logRequests)['log:add']>) =>
      problemOf(await ask('log:add', entry, logRequests['log:add'].reply)),
    noteGap,
    /** Counts a search that found nothing. */
    noteSearch: async (conversationId: string, search: SearchedGap) => {
      const key = JSON.stringify([conversationId, search])
      const clientGapId = unsure.get(key) ?? newId()
      unsure.set(key, clientGapId)
      const problem = await noteGap({ ...search, clientGapId, conversationId })
      if (problem === null) unsure.delete(key)
      return problem
    },
    markPoint: async (mark: Payload<(typeof insightRequests)['mark:add']>) =>
      problemOf(await ask('mark:add', mark, insightRequests['mark:add'].reply)),
    askEditors: async (task: Payload<(typeof insightRequests)['task:add']>) =>
      problemOf(await ask('task:add', task, insightRequests['task:add'].reply)),
  }
}

function problemOf(reply: { ok: true } | Refusal | null): string | null {
  return reply?.ok ? null : (reply?.message ?? unreachable)
}
