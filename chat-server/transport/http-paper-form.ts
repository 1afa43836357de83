import formBody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { NewId } from '#platform/clock.ts'
import { type Problem, typedFields } from '#platform/pages/form-fields.ts'
import { home, type Pages } from '#platform/pages/shell.ts'
import { addresses } from '#protocol/http.ts'
import { type PaperChoice, paperChoice, paperFormSchema, paperFormWithWords } from '#protocol/paper.ts'
import type { Area } from '#records/area.ts'
import { readStandings } from '../board.ts'
import type { PaperActions } from '../paper-actions.ts'
import { withExit } from './exit-this-page.ts'
import { type HttpParts, refuseForeignPages } from './http-conversations.ts'
import { type PaperField, paperFields, paperFormBody, paperSentBody } from './paper-page.ts'
import { parseInput } from './parse-input.ts'
import { promisedDay, refusedForm, sendPage } from './plain-form.ts'
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

  const postedBy = () => promisedDay(area(), stores.clock())

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
        const { status, ...refused } = refusedForm(error, {
          ...{ fields: paperFields, sentId: typed.clientConversationId, log: parts.log },
          button: '“Post it to me”',
        })
        reply.code(status)
        return sendForm(reply, { typed, choice, ...refused })
      }
    })
  }
}

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
