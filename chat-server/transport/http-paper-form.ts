import formBody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { NewId } from '#platform/clock.ts'
import { fieldProblems, type Problem, typedFields } from '#platform/pages/form-fields.ts'
import { home, type Pages } from '#platform/pages/shell.ts'
import { clientIdSchema } from '#protocol/conversation.ts'
import { addresses } from '#protocol/http.ts'
import { type PaperChoice, paperChoice, paperFormSchema, paperFormWithWords } from '#protocol/paper.ts'
import type { Area } from '#records/area.ts'
import { sayDate } from '#records/london-time.ts'
import { readStandings } from '../board.ts'
import { replyBy } from '../domain/opening-hours.ts'
import type { PaperActions } from '../paper-actions.ts'
import { withExit } from './exit-this-page.ts'
import { type HttpParts, refuseForeignPages } from './http-conversations.ts'
import { type PaperField, paperFields, paperFormBody, paperSentBody } from './paper-page.ts'
import { parseInput } from './parse-input.ts'
import { httpStatus, refusalFor } from './refusals.ts'

type Parts = Pick<HttpParts, 'stores' | 'limits' | 'paused' | 'publicUrl' | 'log'> & {
  papers: PaperActions
  area: () => Area
  pages: Pages
  newId: NewId
}

/** The form at /post-me-a-copy/: plain pages, whatever happens. What was typed is never lost. */
export function createPaperFormRoutes(parts: Parts): FastifyPluginAsync {
  const { stores, area, pages, papers } = parts

  function postedBy(): string | null {
    const date = replyBy(area(), stores.clock(), area().helpdesk.replyWorkingDays)
    return date && sayDate(date)
  }

  async function sendForm(reply: FastifyReply, shown: ShownForm) {
    const { typed, problems, choice } = shown
    const whoReads = (await readStandings(stores, area())).status.sentence
    const body = paperFormBody(area(), {
      ...{ typed, problems, choice, whoReads, postedBy: postedBy() },
      items: papers.itemsOf(choice, typed.easyRead === 'yes'),
      clientConversationId: shown.clientConversationId ?? parts.newId(),
    })
    const title = `${problems.length > 0 ? 'Error: ' : ''}Post me a copy`
    return sendPage(reply, pages.render(withExit({ title, body, breadcrumbs: home })))
  }

  async function store(body: unknown, choice: PaperChoice, reply: FastifyReply) {
    const isChosen = papers.itemsOf(choice, false).length > 0
    const form = parseInput(isChosen ? paperFormSchema : paperFormWithWords, body)
    const { reference } = await papers.ask(form, choice)
    const sent = paperSentBody(area(), { reference, postedBy: postedBy() })
    const title = 'We will post it to you'
    return sendPage(reply, pages.render(withExit({ title, body: sent, breadcrumbs: home })))
  }

  return async (http) => {
    if (!http.hasContentTypeParser('application/x-www-form-urlencoded')) await http.register(formBody)

    http.get('/post-me-a-copy', async (_request, reply) => reply.redirect(addresses.paperForm, 301))
    http.get(addresses.paperForm, async (request, reply) => {
      const asked = parseInput(paperChoice, request.query)
      // Services never stand in an address: what somebody saved is nobody else's to see.
      const choice = { ...asked, services: [] }
      return sendForm(reply, { typed: prefersEasyRead(request.query), problems: [], choice })
    })

    http.post(`${addresses.paperForm}services/`, { bodyLimit: 64 * 1024 }, async (request, reply) => {
      try {
        refuseForeignPages(request.headers, parts.publicUrl)
        return await sendForm(reply, { typed: {}, problems: [], choice: choiceIn(request.body) })
      } catch (error) {
        const { code, message } = refusalFor(error, parts.log)
        reply.code(httpStatus[code])
        const problems = [{ field: 'form' as const, message }]
        return sendForm(reply, { typed: {}, problems, choice: choiceIn(undefined) })
      }
    })

    http.post(addresses.paperForm, { bodyLimit: 64 * 1024 }, async (request, reply) => {
      const typed = typedFields(['clientConversationId', ...paperFields], request.body)
      const choice = choiceIn(request.body)
      try {
        refuseForeignPages(request.headers, parts.publicUrl)
        parts.limits.start(request.ip)
        await parts.paused.refuseStart(request.headers.cookie)
        return await store(request.body, choice, reply)
      } catch (error) {
        const { code, ...refusal } = refusalFor(error, parts.log)
        reply.code(httpStatus[code])
        // The page's id belongs to a request that takes no more: a new one makes the next press work.
        const isSpent = code === 'not-found' || code === 'ended'
        const message = isSpent ? spentSentence : refusal.message
        const problems = fieldProblems(paperFields, error) ?? [{ field: 'form' as const, message }]
        const sent = isSpent ? undefined : clientIdSchema.safeParse(typed.clientConversationId).data
        return sendForm(reply, { typed, problems, choice, clientConversationId: sent })
      }
    })
  }
}

const spentSentence = 'This page was open for a long time. Press “Post it to me” once more.'

interface ShownForm {
  typed: Partial<Record<PaperField, string>>
  problems: readonly Problem<PaperField>[]
  choice: PaperChoice
  /** a new one unless given */
  clientConversationId?: string | undefined
}

function choiceIn(body: unknown): PaperChoice {
  return parseInput(paperChoice, typedFields(['page', 'easy', 'services'], body))
}

/** A link on an Easy Read page asks for Easy Read. */
function prefersEasyRead(query: unknown): { easyRead?: string } {
  return typedFields(['format'], query).format === 'easy-read' ? { easyRead: 'yes' } : {}
}

function sendPage(reply: FastifyReply, page: string) {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
}
