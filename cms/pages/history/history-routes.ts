import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { restoreRecord } from '../../actions/restore-record.ts'
import { readHistory } from '../../history/read-history.ts'
import { historyPath } from '../../page-addresses.ts'
import { personOf } from '../../rights/person-of.ts'
import { type PageParts, refuseForeignForm, sendOwnPage } from '../page-parts.ts'
import { placeIn } from '../record-in-address.ts'
import { historyPage } from './history-page.ts'

/** The history of a record: for editors of every record, for a provider's people of their own. */
export function historyRoutes(app: FastifyInstance, parts: PageParts): void {
  const here = '/records/:collection/:slug/history/'

  app.get(here, async (request, reply) => {
    const person = await personOf(parts, request)
    const { signedIn, context } = person
    const place = placeIn(request)
    const { page, done } = historyQuery.parse(request.query)
    const history = await readHistory(context, place, page)
    const view = { csrf: signedIn.csrfToken, page, isPutBack: done === 'put-back' }
    return sendOwnPage(parts, reply, person, historyPage(place, history, view))
  })

  app.post(`${here}put-back/`, async (request, reply) => {
    const { signedIn, context } = await personOf(parts, request)
    refuseForeignForm(parts, request, signedIn)
    const place = placeIn(request)
    const fields = fieldsOf(request.body)
    await restoreRecord(context, place, { version: textOf(fields, 'version'), seen: textOf(fields, 'seen') })
    return reply.redirect(`${historyPath(place)}?done=put-back`, 303)
  })
}

const historyQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.literal('put-back').optional().catch(undefined),
})
