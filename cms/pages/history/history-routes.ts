import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { restoreRecord } from '../../actions/restore-record.ts'
import { readHistory } from '../../history/read-history.ts'
import { historyPath } from '../../page-addresses.ts'
import type { Place } from '../../records/place.ts'
import { CmsRefusal } from '../../refusals.ts'
import { type Person, personOf } from '../../rights/person-of.ts'
import { type PageParts, refuseForeignForm, sendOwnPage } from '../page-parts.ts'
import { placeIn } from '../record-in-address.ts'
import { historyPage } from './history-page.ts'

/** The history of a record: for editors of every record, for a provider's people of their own. */
export function historyRoutes(app: FastifyInstance, parts: PageParts): void {
  const here = '/records/:collection/:slug/history/'

  async function show(reply: FastifyReply, person: Person, place: Place, shown: Shown) {
    const history = await readHistory(person.context, place, shown.page)
    const page = historyPage(place, history, { ...shown, csrf: person.signedIn.csrfToken })
    return sendOwnPage(parts, reply, person, page, shown.refusal === undefined ? 200 : 409)
  }

  app.get(here, async (request, reply) => {
    const person = await personOf(parts, request)
    const { page, done } = historyQuery.parse(request.query)
    return show(reply, person, placeIn(request), { page, isPutBack: done === 'put-back' })
  })

  app.post(`${here}put-back/`, async (request, reply) => {
    const person = await personOf(parts, request)
    refuseForeignForm(parts, request, person.signedIn)
    const place = placeIn(request)
    const fields = fieldsOf(request.body)
    const wanted = { version: textOf(fields, 'version'), seen: textOf(fields, 'seen') }
    try {
      await restoreRecord(person.context, place, wanted)
    } catch (error) {
      if (!(error instanceof CmsRefusal) || error.kind !== 'changed-meanwhile') throw error
      return show(reply, person, place, { page: 1, isPutBack: false, refusal: error.message })
    }
    return reply.redirect(`${historyPath(place)}?done=put-back`, 303)
  })
}

type Shown = Omit<Parameters<typeof historyPage>[2], 'csrf'>

const historyQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.literal('put-back').optional().catch(undefined),
})
