import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { type Chosen, choose, throwMineAway } from '../../actions/choose.ts'
import { mayDo } from '../../drafts/find-draft.ts'
import { isObjectId } from '../../git/commits.ts'
import { conflictInWords } from '../../merge/conflict-in-words.ts'
import { type Choice, openChoice, questionsOf, type WantedChoice } from '../../merge/open-choice.ts'
import { choicePath, draftPath } from '../../page-addresses.ts'
import { definitionFor, type Place } from '../../records/place.ts'
import { notFound } from '../../refusals.ts'
import { type Person, personOf } from '../../rights/person-of.ts'
import { type PageParts, sendOwnPage } from '../page-parts.ts'
import { placeIn } from '../record-in-address.ts'
import { senderOf, signedInAgain } from '../sent-form.ts'
import { type ChoiceView, choicePage, chosenPage, dropPage, questionId } from './choice-page.ts'
import { readChoice } from './read-choice.ts'

/** Where two changes of one record end in a choice, and not in loss. */
export function choiceRoutes(app: FastifyInstance, parts: PageParts): void {
  const here = choicePath({ collection: ':collection', slug: ':slug' })

  /** @throws CmsRefusal when nothing waits for the person here */
  async function openFor({ context }: Person, place: Place, wanted: WantedChoice): Promise<Choice> {
    const choice = await openChoice(context, place, wanted)
    if (!choice)
      throw notFound('There is nothing to choose here. What you look for was chosen already, or is gone.')
    return choice
  }

  async function show(reply: FastifyReply, person: Person, view: Promise<ChoiceView>, status = 200) {
    return sendOwnPage(parts, reply, person, choicePage(await view), status)
  }

  app.get(here, async (request, reply) => {
    const person = await personOf(parts, request)
    const place = placeIn(request)
    const { done, ...asked } = query.parse(request.query)
    const wanted = { of: asked.of, version: asked.kept }
    if (done !== undefined) return sendOwnPage(parts, reply, person, await donePage(person, place, done))
    return show(reply, person, readChoice(person, await openFor(person, place, wanted), wanted))
  })

  app.post(here, async (request, reply) => {
    const place = placeIn(request)
    const person = await senderOf(parts, request, reply, choicePath(place))
    if (!person) return reply
    const fields = fieldsOf(request.body)
    const asked = query.parse(request.body)
    const wanted = { of: asked.of, version: asked.kept }
    const seen = textOf(fields, 'seen')
    const choice = await openFor(person, place, wanted)
    const chosen = chosenIn(choice, fields)
    const deed = textOf(fields, 'do')
    const slug = textOf(fields, 'slug')
    const again = (notice: string, status: number) =>
      show(reply, person, readChoice(person, choice, wanted, { chosen, notice, slug }), status)
    const changed = () => again(changedSince, 409)
    if (person.isBack) return again(signedInAgain.message, 403)
    if (choice.seen !== seen) return changed()
    if (deed === 'drop') {
      const view = await readChoice(person, choice, wanted)
      return sendOwnPage(parts, reply, person, dropPage(view))
    }
    if (deed === 'drop-now') {
      const isGone = await throwMineAway(person.context, place, wanted, seen)
      return isGone ? reply.redirect(`${choicePath(place)}?done=thrown-away`, 303) : changed()
    }
    const newSlug = slug.trim()
    const done = await choose(person.context, place, wanted, { seen, chosen, newSlug })
    if (done.outcome === 'done') return reply.redirect(`${choicePath(done.place)}?done=saved`, 303)
    if (done.outcome === 'changed') return changed()
    const problems = problemsOf(done, choice)
    const view = readChoice(person, choice, wanted, { chosen, problems, slug: newSlug })
    return show(reply, person, view, 422)
  })
}

async function donePage({ context, actor }: Person, place: Place, done: 'saved' | 'thrown-away') {
  const open = await context.drafts.open(place)
  const draft = open && (await mayDo(context, 'open-draft', open)) ? open : undefined
  const waiting = await context.kept.at(actor.accountId, place)
  const more =
    waiting.length > 0
      ? [{ address: choicePath(place), label: 'Something else of yours waits here: choose' }]
      : []
  const words =
    done === 'saved'
      ? 'What you chose is saved as a draft. The page on the site changes when an editor publishes it.'
      : 'It is thrown away. Nothing else has changed.'
  return chosenPage({
    title: done === 'saved' ? 'Your choice is saved' : 'Thrown away',
    words,
    next: [...more, ...(draft ? [{ address: draftPath(place), label: 'Go to the draft' }] : [])],
  })
}

function chosenIn(choice: Choice, fields: Readonly<Record<string, unknown>>): Map<string, 'there' | 'mine'> {
  if (choice.kind !== 'fields') return new Map()
  return new Map(
    questionsOf(choice).flatMap(({ id }): [string, 'there' | 'mine'][] => {
      const side = textOf(fields, questionId(id))
      return side === 'there' || side === 'mine' ? [[id, side]] : []
    }),
  )
}

function problemsOf(
  done: Exclude<Chosen, { outcome: 'done' | 'changed' }>,
  { place }: Choice,
): ChoiceView['problems'] {
  if (done.outcome === 'taken')
    return [{ field: 'slug', message: 'There is a page with this name too. Write another one.' }]
  if (done.outcome === 'unsound')
    return [{ field: 'form', message: `This does not go together. ${done.message}` }]
  if (done.outcome === 'bad-name') return [{ field: 'slug', message: done.message }]
  const definition = definitionFor(place)
  return done.fields.map((conflict) => {
    const label = conflictInWords(definition, conflict, () => undefined).field
    return { field: questionId(conflict.id), message: `Choose what stands in “${label}”.` }
  })
}

const changedSince =
  'Somebody changed this once more while you were choosing. This is how it stands now. What you had chosen is still chosen: look through it and save again.'

const query = z.object({
  of: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
  kept: z.string().refine(isObjectId).optional().catch(undefined),
  done: z.enum(['saved', 'thrown-away']).optional().catch(undefined),
})
