import type { FastifyInstance } from 'fastify'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { readWeek } from '../../fresh/week.ts'
import { weeklyListPath } from '../../page-addresses.ts'
import { notAllowed } from '../../refusals.ts'
import { type Person, personOf } from '../../rights/person-of.ts'
import { isEditor } from '../../rights/rights.ts'
import { type PageParts, refuseForeignForm, sendOwnPage } from '../page-parts.ts'
import { weeklyListPage } from './weekly-list-page.ts'

/** The list behind the weekly email, for editors. */
export function weeklyListRoutes(app: FastifyInstance, parts: PageParts): void {
  const { sentLetters, audit, shared } = parts

  app.get(weeklyListPath, async (request, reply) => {
    const person = editorOnly(await personOf(parts, request))
    const { signedIn } = person
    const page = weeklyListPage(await readWeek({ ...shared, audit }, person.actor), {
      csrf: signedIn.csrfToken,
      wantsLetter: await sentLetters.wantsWeeklyLetter(signedIn.accountId),
      remote: parts.remote !== undefined && person.actor.role === 'editor',
      saved: textOf(fieldsOf(request.query), 'done') === 'saved',
    })
    return sendOwnPage(parts, reply, person, page)
  })

  app.post(weeklyListPath, async (request, reply) => {
    const { signedIn } = editorOnly(await personOf(parts, request))
    refuseForeignForm(parts, request, signedIn)
    const isWanted = textOf(fieldsOf(request.body), 'letter') === 'yes'
    await sentLetters.setWeeklyLetter(signedIn.accountId, isWanted, shared.clock())
    return reply.redirect(`${weeklyListPath}?done=saved`, 303)
  })
}

/** @throws CmsRefusal for everybody else */
function editorOnly(person: Person): Person {
  if (!isEditor(person.actor)) throw notAllowed('This list is for editors at the council.')
  return person
}
