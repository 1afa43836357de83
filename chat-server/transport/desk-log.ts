import type { SignedIn } from '#platform/accounts/grants.ts'
import { logRequests } from '#protocol/call-log.ts'
import { insightRequests } from '#protocol/insight.ts'
import type { CallLogActions } from '../call-log-actions.ts'
import type { InsightActions } from '../insight-actions.ts'
import type { Limits } from './limits.ts'
import type { DeskSocket } from './namespaces.ts'
import { type Routes, request } from './serve-socket.ts'

/** Calls, visits, gaps, points and tasks for editors on a desk's socket. Who it is is asked again at each request. */
export function logRoutes(
  socket: DeskSocket,
  parts: {
    callLog: CallLogActions
    insight: InsightActions
    limits: Limits
    recheck: (socket: DeskSocket) => Promise<SignedIn>
  },
): Routes {
  const { callLog, insight, limits } = parts

  async function allowed(): Promise<SignedIn> {
    limits.request(socket.id)
    return parts.recheck(socket)
  }

  return {
    'log:add': request(logRequests['log:add'], async (entry) => callLog.add(await allowed(), entry)),
    'gap:add': request(insightRequests['gap:add'], async (gap) => {
      await insight.addGap(await allowed(), gap)
      return {}
    }),
    'mark:add': request(insightRequests['mark:add'], async (mark) => {
      await insight.addMark(await allowed(), mark)
      return {}
    }),
    'task:add': request(insightRequests['task:add'], async (task) => {
      await insight.addTask(await allowed(), task)
      return {}
    }),
  }
}
