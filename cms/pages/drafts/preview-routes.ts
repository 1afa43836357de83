import type { FastifyInstance } from 'fastify'
import { html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import type { ActionContext } from '../../action-context.ts'
import type { Draft } from '../../drafts/drafts.ts'
import { findDraft } from '../../drafts/find-draft.ts'
import { meetPublished } from '../../merge/draft-conflicts.ts'
import { draftPath, previewPath } from '../../page-addresses.ts'
import { previewBar } from '../../preview/preview-document.ts'
import { PreviewError } from '../../preview/preview-process.ts'
import { titleOf } from '../../records/stored-records.ts'
import { personOf } from '../../rights/person-of.ts'
import { type PageParts, sendOwnPage } from '../page-parts.ts'
import { placeIn } from '../record-in-address.ts'

/** The page of a record as its draft would make it, for whoever may see the draft. */
export function previewRoutes(app: FastifyInstance, parts: PageParts): void {
  app.get(previewPath({ collection: ':collection', slug: ':slug' }), async (request, reply) => {
    const person = await personOf(parts, request)
    const draft = await findDraft(person.context, placeIn(request), 'open-draft')
    const backTo = draftPath(draft)
    const preview = await parts.previews
      .show(person.actor.accountId, await textToPublish(person.context, draft), (part) =>
        previewBar({ backTo, part }),
      )
      .catch((err: unknown) => {
        if (!(err instanceof PreviewError)) throw err
        request.log.error({ err }, 'a preview was not drawn')
        return { kind: 'later' } as const
      })
    if (preview.kind === 'drawn') {
      return reply
        .header('content-security-policy', previewPolicy)
        .type('text/html; charset=utf-8')
        .send(preview.html)
    }
    const page = notDrawnPage(titleOf(draft.record), notDrawn[preview.kind], backTo)
    return sendOwnPage(parts, reply, person, page, statuses[preview.kind])
  })
}

/** What publishing the draft would give; the draft by itself where somebody has to choose first. */
async function textToPublish(context: ActionContext, draft: Draft): Promise<{ path: string; text: string }> {
  const { path, text } = draft.record
  const met = await meetPublished(context, draft)
  return { path, text: met.kind === 'merged' ? met.text : text }
}

/**
 * A preview is a picture of the page: nothing in it runs, or sends anything anywhere. The sandbox also tells the style sheets
 * so, which then show what scripts would unfold. Links may open windows, and fonts come from our own origin.
 */
const previewPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
].join('; ')

function notDrawnPage(title: string, why: string, backTo: string): Page {
  return {
    title: `Preview of “${title}”`,
    breadcrumbs: home,
    body: html`<h1>Preview of “${title}”</h1>
<p>${why}</p>
<p><a href="${backTo}">Go back to the draft</a></p>`,
  }
}

const notDrawn = {
  'no-page':
    'This has no page of its own on the site, so there is nothing to show. It is used on other pages.',
  failed: 'The page cannot be shown yet: too much of it is missing. Fill in more, save, and look again.',
  later: 'The preview could not be made just now. Your draft is safe. Try again in a minute.',
} as const

const statuses = { 'no-page': 200, failed: 422, later: 503 } as const
