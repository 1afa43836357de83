import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, typedFields } from '#platform/pages/form-fields.ts'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { createRateLimit } from '#platform/rate-limit.ts'
import { bringBackDraft, moveDraft, publishDraft, throwAway } from '../../actions/draft-steps.ts'
import { cancelSchedule, scheduleDraft } from '../../actions/schedule-steps.ts'
import type { Draft } from '../../drafts/drafts.ts'
import { findDraft, seenOf } from '../../drafts/find-draft.ts'
import type { DraftStatus } from '../../drafts/workflow.ts'
import { draftPath, draftsPath, notesPath } from '../../page-addresses.ts'
import type { Place } from '../../records/place.ts'
import { titleOf } from '../../records/stored-records.ts'
import { CmsRefusal, notUnderstood } from '../../refusals.ts'
import { type Person, personOf } from '../../rights/person-of.ts'
import { type PageParts, refuseForeignForm, sendOwnPage } from '../page-parts.ts'
import { placeIn } from '../record-in-address.ts'
import { senderOf, signedInAgain } from '../sent-form.ts'
import { doneInWords, doneOf } from './done-words.ts'
import { type DraftField, draftFields, draftPage } from './draft-page.ts'
import { noDraftPage } from './no-draft-page.ts'
import { readDraft } from './read-draft.ts'
import { throwAwayPage } from './throw-away-page.ts'
import { readNote, readTime, timeFields } from './typed-steps.ts'

/** The page of one draft, with all that can be done with it. It works without scripts. */
export function draftRoutes(app: FastifyInstance, parts: PageParts): void {
  const here = draftPath({ collection: ':collection', slug: ':slug' })
  // Each is emailed to others.
  const notesSent = createRateLimit({ points: 30, seconds: 600 })

  async function show(reply: FastifyReply, person: Person, draft: Draft, shown: Shown = {}) {
    const { typed = {}, problems = [], done, status = problems.length === 0 ? 200 : 422 } = shown
    const time = draft.state.scheduled && timeFields(draft.state.scheduled.for)
    const read = await readDraft(person.context, draft)
    const page = draftPage(read, {
      csrf: person.signedIn.csrfToken,
      form: { typed: { ...time, ...typed }, problems },
      ...{ done: done && doneInWords(done, read), isRolledBack: parts.isRolledBack() },
    })
    return sendOwnPage(parts, reply, person, page, status)
  }

  /** Takes the step that was pressed; gives where to go on, or what is wrong with what was typed. */
  async function take({ context, actor }: Person, place: Place, request: FastifyRequest) {
    const fields = fieldsOf(request.body)
    const seen = textOf(fields, 'seen')
    const typed = typedFields(draftFields, request.body)
    const deed = textOf(fields, 'do')
    const done = (word: string) => `${draftPath(place)}?done=${word}`
    const move = moves.get(deed)
    if (move) {
      await moveDraft(context, place, move.to, { seen })
      return done(move.done)
    }
    if (deed === 'publish') {
      const commit = await publishDraft(context, place, { isAtOnce: true, seen })
      return `${draftPath(place)}?published=${commit}`
    }
    if (deed === 'schedule') {
      const time = readTime(typed, context.clock())
      if ('problems' in time) return time
      await scheduleDraft(context, place, { at: time.at, seen })
      return done('scheduled')
    }
    if (deed === 'unschedule') {
      await cancelSchedule(context, place, seen)
      return done('unscheduled')
    }
    if (deed === 'throw-away') return `${draftPath(place)}throw-away/`
    if (deed !== 'note' && deed !== 'ask') throw notUnderstood('it does not know this button.')
    const note = readNote(typed)
    if ('problems' in note) return note
    if (!notesSent.count(actor.accountId).allowed)
      return { problems: [{ field: 'text', message: tooManyNotes }] as const }
    const draft = await findDraft(context, place, 'note')
    // The note itself is emailed to them.
    if (deed === 'ask') await moveDraft(context, place, 'draft', { seen, isTold: true })
    await context.notes.add(draft, actor, note.text)
    return done(deed === 'ask' ? 'sent-back' : 'noted')
  }

  app.get(here, async (request, reply) => {
    const person = await personOf(parts, request)
    const place = placeIn(request)
    const draft = await findDraft(person.context, place, 'open-draft').catch((error: unknown) => {
      if (error instanceof CmsRefusal && error.kind === 'not-found') return undefined
      throw error
    })
    const query = fieldsOf(request.query)
    if (draft) return show(reply, person, draft, { done: doneOf(textOf(query, 'done')) })
    const view = { csrf: person.signedIn.csrfToken, commit: textOf(query, 'published') }
    return sendOwnPage(parts, reply, person, await noDraftPage(parts, person.context, place, view))
  })

  app.post(here, async (request, reply) => {
    const place = placeIn(request)
    const person = await senderOf(parts, request, reply, draftPath(place))
    if (!person) return reply
    const draft = await findDraft(person.context, place, 'open-draft')
    const typed = typedFields(draftFields, request.body)
    if (person.isBack) return show(reply, person, draft, { typed, problems: [signedInAgain], status: 403 })
    const taken = await take(person, place, request).catch((error: unknown) => {
      // What was typed is not lost; the page shows the draft as it is now.
      if (error instanceof CmsRefusal && stays.has(error.kind))
        return { problems: [{ field: 'form', message: error.message }] as const }
      throw error
    })
    if (typeof taken === 'string') return reply.redirect(taken, 303)
    const now = (await parts.shared.drafts.open(place)) ?? draft
    return show(reply, person, now, { typed, problems: taken.problems })
  })

  app.post(`${here}bring-back/`, async (request, reply) => {
    const { signedIn, context } = await personOf(parts, request)
    refuseForeignForm(parts, request, signedIn)
    const place = placeIn(request)
    await bringBackDraft(context, place, Number(textOf(fieldsOf(request.body), 'at')))
    return reply.redirect(`${draftPath(place)}?done=back`, 303)
  })

  app.get(`${here}throw-away/`, async (request, reply) => {
    const person = await personOf(parts, request)
    const draft = await findDraft(person.context, placeIn(request), 'throw-away')
    const notes = await person.context.notes.of(draft)
    const view = {
      csrf: person.signedIn.csrfToken,
      seen: await seenOf(person.context, draft),
      notes: notes.length,
    }
    return sendOwnPage(parts, reply, person, throwAwayPage(draft, titleOf(draft.record), view))
  })

  app.post(`${here}throw-away/`, async (request, reply) => {
    const { signedIn, context } = await personOf(parts, request)
    refuseForeignForm(parts, request, signedIn)
    await throwAway(context, placeIn(request), { seen: textOf(fieldsOf(request.body), 'seen') })
    return reply.redirect(`${draftsPath}?done=thrown-away`, 303)
  })

  // Where the notes about a draft stood before: letters lead there.
  app.get(notesPath({ collection: ':collection', slug: ':slug' }), async (request, reply) => {
    await personOf(parts, request)
    return reply.redirect(`${draftPath(placeIn(request))}#notes`, 308)
  })
}

/** Buttons that only move a draft along: where it stands then, and what is said. */
const moves: ReadonlyMap<string, { readonly to: DraftStatus; readonly done: string }> = new Map([
  ['submit', { to: 'pending_review', done: 'sent' }],
  ['reopen', { to: 'pending_review', done: 'reopened' }],
  ['withdraw', { to: 'draft', done: 'taken-back' }],
  ['approve', { to: 'pending_publish', done: 'approved' }],
])

const tooManyNotes = 'You wrote many notes in a short time. Wait ten minutes, and then send this one.'

/** Refusals after which the person goes on with what they typed. */
const stays: ReadonlySet<string> = new Set(['changed-meanwhile', 'invalid'])

interface Shown {
  readonly status?: number
  readonly typed?: Partial<Record<DraftField, string>>
  readonly problems?: readonly Problem<DraftField>[]
  readonly done?: ReturnType<typeof doneOf>
}
