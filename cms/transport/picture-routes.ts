import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { createRateLimit } from '#platform/rate-limit.ts'
import { picturePath } from '#records/plain-fields.ts'
import type { ActionContext } from '../action-context.ts'
import { addPicture, noPicture } from '../actions/picture-steps.ts'
import { thumbnailOf } from '../pictures/encode-picture.ts'
import { largestUpload, pictureFacts } from '../pictures/picture-files.ts'
import { invalid, notFound, tooOften } from '../refusals.ts'
import { may } from '../rights/rights.ts'

/**
 * Pictures come and go as they are, not as text in JSON: `POST /api/cms/pictures/<provider>` takes one in and answers with
 * its path, `GET /api/cms/pictures/<provider>/<name>` shows a small one. Who asks is known before a byte of an upload is read,
 * and asked again when all of it is there: that may take minutes, and a right ends at once.
 */
export function pictureRoutes({ reading, writing }: Contexts): FastifyPluginAsync {
  // Making one small takes the machine a second, and others wait for it.
  const uploads = createRateLimit({ points: 60, seconds: 600 })

  return async (routes) => {
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    routes.get('/api/cms/pictures/:provider/:name', async (request, reply) => {
      const { actor, pictures } = await reading(request)
      const { provider, name } = place.parse(request.params)
      const path = `media/${provider}/${name}`
      const isTheirs = picturePath.test(path) && may(actor, 'save', pictureFacts(path))
      const picture = isTheirs ? await pictures.read(path) : undefined
      if (!picture) throw notFound(noPicture)
      reply.header('cache-control', 'private, max-age=600').type('image/webp')
      return thumbnailOf(picture)
    })

    routes.post(
      '/api/cms/pictures/:provider',
      {
        bodyLimit: largestUpload,
        onRequest: async (request) => {
          const { actor } = await writing(request)
          if (!uploads.count(actor.accountId).allowed) throw tooOften(tooMany)
        },
      },
      async (request) => {
        const context = await writing(request)
        if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
          throw invalid('There is no picture in this upload. Choose one and try again.')
        }
        return addPicture(context, place.parse(request.params).provider, request.body)
      },
    )
  }
}

const tooMany = 'You uploaded many pictures in a short time. Wait ten minutes, and then go on.'

const place = z.object({ provider: z.string(), name: z.string().default('') })

interface Contexts {
  /** Who asks, from anywhere. @throws CmsRefusal */
  reading(request: FastifyRequest): Promise<ActionContext>
  /** Who asks, from our own pages. @throws CmsRefusal */
  writing(request: FastifyRequest): Promise<ActionContext>
}
