import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import type { Config } from '#platform/config.ts'
import { claimDatabase } from '#platform/database/claim-database.ts'
import type { Platform } from '#platform/open-platform.ts'
import { OperatorError } from '#platform/operator-error.ts'
import type { Runner } from '#platform/runner.ts'
import { createCms } from './app.ts'
import { planLetters } from './fresh/plan-letters.ts'
import { createSentLetters } from './fresh/sent-letters.ts'
import { type ContentRepository, openContentRepository } from './git/content-repository.ts'
import { planCare } from './git/plan-care.ts'
import { forgetKeptTexts } from './merge/forget-kept.ts'
import { createKeptTexts } from './merge/kept-texts.ts'
import { planKeptTexts } from './merge/plan-kept-texts.ts'
import { cmsMigrations } from './migrations/cms-migrations.ts'
import { createDraftLetters } from './notes/draft-letters.ts'
import { createDraftNotes } from './notes/draft-notes.ts'
import { createPreviewProcess } from './preview/preview-process.ts'
import { type BuildNews, createBuildNews } from './publish/build-news.ts'
import { programVersion } from './publish/program-version.ts'
import { createPublisher, type Publisher } from './publish/publisher.ts'
import { siteBuild } from './publish/site-build.ts'
import { createContentRemote } from './remote/content-remote.ts'
import { openRemote } from './remote/open-remote.ts'
import { createNotPublishedLetter } from './schedule/not-published-letter.ts'
import { planDueDrafts } from './schedule/plan-due-drafts.ts'

/**
 * Opens the content repository (made at the first start), publishes what is not published yet, and gives the CMS that
 * works on both.
 *
 * @throws OperatorError when another CMS uses the database, or there is no site yet and it cannot be built
 */
export async function openCms({ platform, config, root, tell }: CmsOptions): Promise<OpenCms> {
  const { database, clock, newId, log, accounts, audit } = platform
  const releaseDatabase = await claimDatabase(database, 'cms', anotherCms)
  await database.migrate('cms', cmsMigrations)
  const repository = await openContent({ config, root, tell })
  const siteUrl = config.cmsOrigin ?? config.publicUrl
  const buildNews = createBuildNews({ ...platform, siteUrl })
  const publisher = await openPublisher({ platform, config, root }, repository, buildNews)
  await publishFirst(publisher, buildNews, tell)
  const sentLetters = createSentLetters(database)
  await planLetters({ platform, config, repository, sentLetters })
  const care = await planCare({ platform, repository })
  const kept = createKeptTexts(repository)
  const { nameOf } = accounts
  const keptTexts = planKeptTexts(log, () => forgetKeptTexts({ repository, kept, nameOf, clock }))
  const url = config.contentRemote
  const remote =
    url === undefined ? undefined : openRemote({ clock, log, repository, url, onPublish: publisher.request })
  remote?.request()
  const notes = createDraftNotes({ ...platform, siteUrl })
  const started: Promise<Pick<Runner, 'stop'>>[] = []
  const routes = createCms({
    notes,
    letters: createDraftLetters({ ...platform, siteUrl: config.publicUrl, pagesUrl: siteUrl }),
    tellNotPublished: createNotPublishedLetter({ ...platform, notes, siteUrl }),
    onDueDrafts: (due) => void started.push(planDueDrafts(platform, due)),
    ...{ config, repository, clock, newId, log, sentLetters, audit },
    ...{ pages: platform.pages, tokens: platform.tokens },
    whoIs: accounts.whoIs,
    nameOf,
    organisationPeople: accounts.organisationPeople,
    grantsOf: accounts.grantsOf,
    onPublish(commit) {
      publisher.request(commit)
      remote?.request()
    },
    remote,
    remember: (deed) => database.write((trx) => audit.record(trx, deed)),
    publication: publisher.state,
    shownCommit: publisher.shownCommit,
    isRolledBack: publisher.isRolledBack,
    adminDir: join(root, 'dist/admin'),
    drawing: createPreviewProcess({ root }),
    releaseDir: platform.releaseDir,
  })
  const runners = await Promise.all(started)
  return {
    routes,
    shownCommit: publisher.shownCommit,
    async content() {
      if (await care.isDamaged()) return 'damaged'
      return remote && ((await remote.status()).trouble === null ? 'ok' : 'waiting')
    },
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()))
      await keptTexts.stop()
      await care.stop()
      await remote?.stop()
      await publisher.stop()
      await repository.close()
      await releaseDatabase()
    },
  }
}

const anotherCms =
  'Another CMS that is running uses the database of DATABASE_URL. Stop it first, or set DATABASE_URL to another database.'

/** The content: what it was, at the first start what a remote repository has, or else what the checkout has. */
async function openContent({ config, root, tell }: Omit<CmsOptions, 'platform'>): Promise<ContentRepository> {
  const url = config.contentRemote
  const repository = await openContentRepository({
    gitDir: join(config.dataDir, 'content.git'),
    seedFrom: join(root, 'site/content'),
    startFrom: async (git) => (url === undefined ? undefined : createContentRemote({ git, url }).fetch()),
  })
  if (repository.differsFromCheckout && url === undefined)
    tell(
      `Note: site/content has changed since ${repository.gitDir} was filled from it. The site shows what is in there, not site/content.`,
    )
  return repository
}

async function openPublisher(
  { platform, config, root }: Omit<CmsOptions, 'tell'>,
  repository: ContentRepository,
  buildNews: BuildNews,
): Promise<Publisher> {
  const { clock, log } = platform
  return createPublisher({
    ...{ ...siteBuild(root), repository, clock, log },
    releasesDir: join(config.dataDir, 'releases'),
    program: await programVersion(root),
    onPublished: buildNews.works,
    onFailed: buildNews.failed,
  })
}

/** At the first start there is no site yet, so a failure ends it. Later the site that is there stays. */
async function publishFirst(
  publisher: Publisher,
  buildNews: BuildNews,
  tell: (words: string) => void,
): Promise<void> {
  tell('Looking whether the site must be built (that takes under a minute) …')
  const { publication, isSomethingPublished } = await publisher.catchUp()
  // Somebody may have stopped the program before it could say so.
  if (publication.state === 'published') await buildNews.works(publication)
  if (publication.state !== 'failed') return
  if (!isSomethingPublished) throw new OperatorError(`The site could not be built. ${publication.reason}`)
  tell(`The site could not be built again, so the one from before is shown. ${publication.reason}`)
}

export interface CmsOptions {
  readonly platform: Platform
  readonly config: Config
  /** Absolute path of the checkout. */
  readonly root: string
  /** Told what takes a while, in words. */
  readonly tell: (words: string) => void
}

export interface OpenCms {
  readonly routes: FastifyPluginAsync
  /** The commit that people see. */
  shownCommit(): string | null
  /** Whether the content is whole, and at the remote repository; undefined where there is none and all is well. */
  content(): Promise<'ok' | 'waiting' | 'damaged' | undefined>
  /** Ends a running build and closes the repository; before the platform stops. */
  stop(): Promise<void>
}
