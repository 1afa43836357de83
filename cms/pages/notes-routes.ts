import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Problem } from '#platform/pages/form-fields.ts'
import type { Draft } from '../drafts.ts'
import { notesPath } from '../page-addresses.ts'
import { notFound } from '../refusals.ts'
import { may } from '../rights.ts'
import { titleOf } from '../stored-records.ts'
import { type Person, personOf } from '../transport/person-of.ts'
import { placeIn } from './history-routes.ts'
import { notesPage } from './notes-page.ts'
import { fieldsOf, type PageParts, refuseForeignForm, sendOwnPage, textOf } from './page-parts.ts'

/** Notes between the provider of a record and the editors, for as long as it has a draft. */
export function notesRoutes(app: FastifyInstance, parts: PageParts): void {
  const { notes, nameOf, drafts } = parts.shared
  const here = '/records/:collection/:slug/notes/'

  async function show(reply: FastifyReply, person: Person, draft: Draft, shown: Shown = {}) {
    const { typed = '', problem, isSent = false } = shown
    const problems: Problem<'text'>[] = problem === undefined ? [] : [{ field: 'text', message: problem }]
    const page = notesPage(draft, {
      title: titleOf(draft.record),
      status: draft.state.status,
      notes: await Promise.all(
        (await notes.of(draft)).map(async ({ author, at, text }) => ({
          by: { role: author.role, name: await nameOf(author.accountId) },
          ...{ at, text },
        })),
      ),
      form: { typed: { text: typed }, problems },
      csrf: person.signedIn.csrfToken,
      isSent,
    })
    return sendOwnPage(parts, reply, person, page, problem === undefined ? 200 : 422)
  }

  /** @throws CmsRefusal where there is no draft, or none that the person is to know of */
  async function draftFor({ actor }: Person, request: Parameters<typeof placeIn>[0]): Promise<Draft> {
    const draft = await drafts.open(placeIn(request))
    if (!draft || !may(actor, 'note', draft.record.facts)) {
      throw notFound('There is no draft of this page any more, so there are no notes.')
    }
    return draft
  }

  app.get(here, async (request, reply) => {
    const person = await personOf(parts, request)
    const isSent = textOf(fieldsOf(request.query), 'done') === 'sent'
    return show(reply, person, await draftFor(person, request), { isSent })
  })

  app.post(here, async (request, reply) => {
    const person = await personOf(parts, request)
    refuseForeignForm(parts, request, person.signedIn)
    const draft = await draftFor(person, request)
    const typed = textOf(fieldsOf(request.body), 'text')
    const text = typed.replaceAll('\r\n', '\n').trim()
    if (text === '') return show(reply, person, draft, { typed, problem: 'Write your note first.' })
    if (text.length > longestNote)
      return show(reply, person, draft, { typed, problem: `Write at most ${longestNote} characters.` })
    await notes.add(draft, person.actor, text)
    return reply.redirect(`${notesPath(draft)}?done=sent`, 303)
  })
}

const longestNote = 2_000

interface Shown {
  readonly typed?: string
  readonly problem?: string
  readonly isSent?: boolean
}
