import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mainOf } from '../../git/main-branch.ts'
import { buildAgainPath, draftsPath } from '../../page-addresses.ts'
import { notAllowed } from '../../refusals.ts'
import { personOf } from '../../rights/person-of.ts'
import { isEditor } from '../../rights/rights.ts'
import { type PageParts, refuseForeignForm, sendOwnPage } from '../page-parts.ts'
import { draftsPage } from './drafts-page.ts'
import { keptFor } from './kept-list.ts'
import { draftGroups, readDrafts } from './read-drafts.ts'
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
      isAskedAgain: done === 'again',
      ...{ publication: parts.publication(), isRolledBack: parts.isRolledBack() },
    })
    return sendOwnPage(parts, reply, person, page)
  })

  app.post(buildAgainPath, async (request, reply) => {
    const { actor, context, signedIn } = await personOf(parts, request)
    refuseForeignForm(parts, request, signedIn)
    if (!isEditor(actor)) throw notAllowed('Editors at the council do that.')
    // Two who press at once have it built once.
    if (parts.publication().state === 'failed') context.onPublish(await mainOf(context.repository))
    return reply.redirect(`${draftsPath}?done=again`, 303)
  })
}

const draftsQuery = z.object({
  collection: z.string().min(1).optional().catch(undefined),
  group: z.enum(draftGroups).optional().catch(undefined),
  done: z.enum(['thrown-away', 'again']).optional().catch(undefined),
})
