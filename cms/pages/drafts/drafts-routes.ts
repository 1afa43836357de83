import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { draftsPath } from '../../page-addresses.ts'
import { failureInWords } from '../../publish/progress-in-words.ts'
import { personOf } from '../../rights/person-of.ts'
import { isEditor } from '../../rights/rights.ts'
import { type PageParts, sendOwnPage } from '../page-parts.ts'
import { draftsPage } from './drafts-page.ts'
import { keptFor } from './kept-list.ts'
import { readDrafts } from './read-drafts.ts'
import { thrownAwayFor } from './thrown-away-list.ts'

/** The list of drafts: for editors of what they look after, for a provider's people of their own. */
export function draftsRoutes(app: FastifyInstance, parts: PageParts): void {
  app.get(draftsPath, async (request, reply) => {
    const person = await personOf(parts, request)
    const { context, actor, signedIn } = person
    const { done, ...filter } = draftsQuery.parse(request.query)
    const page = draftsPage(await readDrafts(context, filter), {
      ...{ filter, isEditor: isEditor(actor), csrf: signedIn.csrfToken },
      kept: await keptFor(context),
      thrownAway: await thrownAwayFor(context),
      isThrownAway: done === 'thrown-away',
      failure: failureInWords(parts.publication(), actor),
    })
    return sendOwnPage(parts, reply, person, page)
  })
}

const draftsQuery = z.object({
  collection: z.string().min(1).optional().catch(undefined),
  group: z.enum(['review', 'ready', 'scheduled', 'draft']).optional().catch(undefined),
  done: z.literal('thrown-away').optional().catch(undefined),
})
