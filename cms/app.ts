import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { SignedIn } from '#platform/accounts/grants.ts'
import { comesFromOurPages, isCsrfTokenOf } from '#platform/accounts/own-requests.ts'
import { errorFacts } from '#platform/error-facts.ts'
import type { Log } from '#platform/log.ts'
import { createRateLimit } from '#platform/rate-limit.ts'
import type { ActionContext, SharedContext } from './action-context.ts'
import { decapConfig } from './config.ts'
import { createDrafts } from './drafts/drafts.ts'
import { type ErrorReply, replyFor } from './error-reply.ts'
import type { ContentRepository } from './git/content-repository.ts'
import { mainOf } from './git/main-branch.ts'
import { createKeptTexts } from './merge/kept-texts.ts'
import { readDirectorates } from './organisations/read-directorates.ts'
import type { PageParts } from './pages/page-parts.ts'
import { staffPages } from './pages/staff-pages.ts'
import { largestUpload } from './pictures/picture-files.ts'
import { createPictures } from './pictures/pictures.ts'
import { createPostcodes } from './postcodes/postcodes.ts'
import { createPreviews, type PreviewParts } from './preview/previews.ts'
import { publicationReply } from './publish/publication-reply.ts'
import { createContentCheck } from './records/content-check.ts'
import { createStoredRecords } from './records/stored-records.ts'
import { notAllowed } from './refusals.ts'
import { personOf } from './rights/person-of.ts'
import { createDueDrafts, type DueDrafts } from './schedule/due-drafts.ts'
import type { TellNotPublished } from './schedule/not-published-letter.ts'
import { answer } from './transport/actions.ts'
import { pictureRoutes } from './transport/picture-routes.ts'
import { typedPreviewRoutes } from './transport/typed-preview-routes.ts'

/**
 * The CMS as a Fastify plugin: `POST /api/cms` speaks Decap's proxy protocol, `GET /api/cms/config` gives the Decap
 * configuration for the person who asks, `GET /api/cms/publication` says how the last publication went, and `/admin/`
 * serves the browser part from `adminDir`.
 */
export function createCms(parts: CmsParts): FastifyPluginAsync {
  const { repository, whoIs, adminDir, log } = parts
  // On a host of its own it trusts no other, not even the site.
  const config = { publicUrl: parts.config.cmsOrigin ?? parts.config.publicUrl, cmsOrigin: undefined }
  const records = createStoredRecords(repository)
  const shared: SharedContext = {
    repository,
    records,
    drafts: createDrafts(repository, records),
    kept: createKeptTexts(repository),
    pictures: createPictures(repository),
    check: createContentCheck(repository),
    postcodes: createPostcodes(repository),
    newServices: createRateLimit({ points: 30, seconds: 3600 }),
    siteUrl: parts.config.publicUrl,
    clock: parts.clock,
    newId: parts.newId,
    nameOf: parts.nameOf,
    onPublish: parts.onPublish,
    notes: parts.notes,
    letters: {
      ...parts.letters,
      // What was done to the draft is done, whether or not its writer can be told.
      toWriter: (...news) =>
        parts.letters
          .toWriter(...news)
          .catch((err: unknown) =>
            log.error({ err }, 'the writer of a draft was not told what became of it'),
          ),
    },
    // The commit itself says who did it; an entry that cannot be added does not undo it.
    remember: (deed) =>
      parts
        .remember(deed)
        .catch((err: unknown) => log.error({ err }, 'a deed in the CMS was not written down')),
  }

  parts.onDueDrafts(createDueDrafts({ ...parts, shared }))
  const people = { whoIs, shared }
  const previews = createPreviews({ ...parts, records, pictures: shared.pictures })
  const writing = async (request: FastifyRequest) => {
    const { signedIn, context } = await personOf(people, request)
    refuseForgery(request, signedIn, config)
    return context
  }

  const api: FastifyPluginAsync = async (routes) => {
    routes.setErrorHandler((error, request, reply) => sendError(error, request, reply))

    routes.post('/api/cms', { bodyLimit: largestBody }, async (request) => {
      return (await answer(await writing(request), request.body)) ?? null
    })

    await routes.register(
      pictureRoutes({
        reading: async (request) => (await personOf(people, request)).context,
        writing,
      }),
    )

    typedPreviewRoutes(routes, { previews, writing })

    routes.get('/api/cms/config', async (request, reply) => {
      const { actor } = await personOf(people, request)
      reply.header('cache-control', 'no-store')
      const directorates = await readDirectorates(shared)
      return decapConfig({ actor, siteUrl: parts.config.publicUrl, directorates })
    })

    routes.get('/api/cms/publication', async (request, reply) => {
      const { actor } = await personOf(people, request)
      reply.header('cache-control', 'no-store')
      return publicationReply(parts, actor, request.query)
    })
  }

  return async (app) => {
    app.addHook('onReady', async () => shared.check.prepare(await mainOf(repository)))
    await app.register(api)
    app.addHook('onClose', () => previews.close())
    await app.register(staffPages({ ...parts, config, shared, previews }))
    app.get('/admin', (_request, reply) => reply.redirect('/admin/', 308))
    await app.register(fastifyStatic, { root: adminDir, prefix: '/admin/', decorateReply: false })
  }
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = replyFor(error) ?? replyForTransport(error, request)
  if (!known || known.status >= 500)
    request.log.error({ failure: errorFacts(error) }, 'the CMS could not answer')
  if (known) {
    const { status, ...body } = known
    return reply.status(status).send(body)
  }
  return reply
    .status(500)
    .send({ error: 'Something went wrong on our side. Nothing was changed. Try again in a minute.' })
}

/** Faults that Fastify itself finds: a body that is too large, of the wrong type or not JSON. */
function replyForTransport(error: unknown, { url }: FastifyRequest): ErrorReply | undefined {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  if (status === 413) return { status, error: url.startsWith('/api/cms/pictures/') ? tooLarge : tooLong }
  return { status, error: 'The CMS did not understand this.' }
}

/** A request that changes something comes from our own pages and carries the token of the session. */
function refuseForgery({ headers }: FastifyRequest, signedIn: SignedIn, config: CmsParts['config']): void {
  if (comesFromOurPages(headers, config) && isCsrfTokenOf(signedIn, headers['x-csrf-token'])) return
  throw notAllowed('This request did not come from the CMS page. Load the page again.')
}

const tooLong = 'This page is too long to save. Make it shorter.'
const tooLarge = `This picture is larger than ${largestUpload / 1_000_000} MB. Make it smaller and try again.`

const largestBody = 1_000_000

/** What the CMS is put together from. */
export interface CmsParts
  extends Pick<
      ActionContext,
      'repository' | 'clock' | 'newId' | 'nameOf' | 'onPublish' | 'remember' | 'notes' | 'letters'
    >,
    Pick<PreviewParts, 'drawing' | 'releaseDir'>,
    Omit<PageParts, 'shared' | 'previews'> {
  readonly repository: ContentRepository
  /** Given once, at the start, what publishes drafts whose time has come. */
  readonly onDueDrafts: (due: DueDrafts) => void
  readonly tellNotPublished: TellNotPublished
  /** Absolute path of the built browser part, `dist/admin`. */
  readonly adminDir: string
  readonly log: Pick<Log, 'error' | 'warn'>
}
