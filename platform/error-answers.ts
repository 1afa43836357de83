import type { FastifyInstance } from 'fastify'
import { errorCode } from './error-code.ts'
import { errorFacts } from './error-facts.ts'
import { html } from './pages/html.ts'
import type { Page, Pages } from './pages/shell.ts'

/**
 * Answers what goes wrong in any route that has no answer of its own: people get a page, programs (`/api/`) a sentence in
 * JSON. What exactly went wrong is for the log alone, and there without the error's own words: a database or a mail
 * server puts addresses and text into them. Call it before the routes are added.
 */
export function answerErrors(app: FastifyInstance, pages: Pages): void {
  app.setErrorHandler((error, request, reply) => {
    if (errorCode(error) === 'FST_STATIC_FORBIDDEN_PATH') return reply.callNotFound()
    const status = statusOf(error)
    if (status >= 500) request.log.error({ failure: errorFacts(error) }, 'a request could not be answered')
    reply.code(status).header('cache-control', 'no-store')
    const sentence = sentenceFor(status)
    if (request.url.startsWith('/api/')) return reply.send({ error: sentence })
    const page = render(pages, { title: heading, body: html`<h1>${heading}</h1><p>${sentence}</p>` })
    return page === undefined
      ? reply.type('text/plain; charset=utf-8').send(sentence)
      : reply.type('text/html; charset=utf-8').send(page)
  })
}

const heading = 'We could not do that'

/** Fastify marks what the sender did wrong with a status of its own; all else is our fault. */
function statusOf(error: unknown): number {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined
  return typeof status === 'number' && status >= 400 && status <= 499 ? status : 500
}

function sentenceFor(status: number): string {
  if (status >= 500) return 'Something went wrong on our side. Nothing was changed. Try again in a minute.'
  if (status === 413) return 'What you sent is too long. Go back, make it shorter and send it again.'
  return 'We could not read what was sent. Go back and try again.'
}

/** Undefined while there is no built site to take the frame from. */
function render(pages: Pages, page: Page): string | undefined {
  try {
    return pages.render(page)
  } catch {
    return undefined
  }
}
