import type { FastifyInstance } from 'fastify'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { authorOf } from '../../action-context.ts'
import { contentRemotePath } from '../../page-addresses.ts'
import { notAllowed, notFound } from '../../refusals.ts'
import type { ChosenSide } from '../../remote/remote-choice.ts'
import { remoteInWords } from '../../remote/remote-in-words.ts'
import { type Person, personOf } from '../../rights/person-of.ts'
import { type PageParts, refuseForeignForm, sendOwnPage } from '../page-parts.ts'
import { remotePage } from './remote-page.ts'

/** How the content stands to the remote repository, and the choice where both changed the same lines: for editors. */
export function remoteRoutes(app: FastifyInstance, parts: PageParts): void {
  const { remote } = parts

  app.get('/api/cms/remote', async (request) => {
    const { actor } = await personOf(parts, request)
    if (!remote || actor.role !== 'editor') return { words: null, path: contentRemotePath }
    return { words: remoteInWords(await remote.status()), path: contentRemotePath }
  })

  app.get(contentRemotePath, async (request, reply) => {
    const person = await personOf(parts, request)
    const open = remoteFor(person)
    const [status, conflict] = await Promise.all([open.status(), open.choice.read()])
    const view = {
      ...{ words: remoteInWords(status), trouble: status.trouble?.kind, conflict },
      csrf: person.signedIn.csrfToken,
    }
    return sendOwnPage(parts, reply, person, await remotePage(person.context, view))
  })

  app.post(contentRemotePath, async (request, reply) => {
    const person = await personOf(parts, request)
    refuseForeignForm(parts, request, person.signedIn)
    const open = remoteFor(person)
    const fields = fieldsOf(request.body)
    const [ours, theirs] = [textOf(fields, 'ours'), textOf(fields, 'theirs')]
    const { accountId } = person.actor
    await open.choice.choose({ ours, theirs, sides: sidesIn(fields), author: authorOf(person.actor) })
    open.request()
    const subject = 'content:remote'
    await person.context.remember({ actor: accountId, action: 'remote-choose', subject, detail: { theirs } })
    return reply.redirect(contentRemotePath, 303)
  })

  function remoteFor({ actor }: Person) {
    if (actor.role !== 'editor') throw notAllowed('Only an editor at the council looks after this.')
    if (!remote) throw notFound('This site keeps its content here alone, so there is nothing to choose.')
    return remote
  }
}

/** Fields named `side:<path>`. */
function sidesIn(fields: Readonly<Record<string, unknown>>): Map<string, ChosenSide> {
  return new Map(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('side:') && (value === 'here' || value === 'there')
        ? [[name.slice('side:'.length), value]]
        : [],
    ),
  )
}
