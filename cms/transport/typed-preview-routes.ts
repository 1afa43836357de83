import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { checkFile } from '#records/check-content.ts'
import type { ActionContext } from '../action-context.ts'
import { createNewestOnly } from '../preview/newest-only.ts'
import type { Previews } from '../preview/previews.ts'
import { typedFile } from '../preview/typed-record.ts'
import { plainMessage } from '../records/content-check.ts'
import { notUnderstood } from '../refusals.ts'

/**
 * `POST /api/cms/preview`: the page of a record as it would be with what is in the form now. Nothing is saved. What is
 * missing is said beside it, in sentences.
 */
export function typedPreviewRoutes(routes: FastifyInstance, { previews, writing }: TypedPreviewParts): void {
  // Reading what somebody typed takes its time too.
  const newest = createNewestOnly()

  routes.post('/api/cms/preview', { bodyLimit: largestBody }, async (request) => {
    const context = await writing(request)
    const typed = typedRecord.safeParse(request.body)
    if (!typed.success) throw notUnderstood('the form of the preview is wrong')
    const { accountId } = context.actor
    return newest(accountId, async () => {
      const file = await typedFile(context, typed.data)
      const missing = [...new Set(checkFile(file).found.map(plainMessage))]
      const preview = await previews.show(accountId, file)
      return { kind: preview.kind, html: preview.kind === 'drawn' ? preview.html : '', missing }
    })
  })
}

/** In bytes; the longest record that may be saved has a third of it. */
const largestBody = 200_000

const typedRecord = z.strictObject({
  collection: z.string(),
  slug: z.string(),
  values: z.record(z.string(), z.unknown()),
})

interface TypedPreviewParts {
  readonly previews: Previews
  /** Who asks, from our own pages. @throws CmsRefusal */
  readonly writing: (request: FastifyRequest) => Promise<ActionContext>
}
