import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { stringify } from 'yaml'
import { createAudit } from '#platform/audit.ts'
import { createLog } from '#platform/log.ts'
import { createMail } from '#platform/mail.ts'
import type { OutgoingMessage } from '#platform/mail-delivery.ts'
import { createPages } from '#platform/pages/shell.ts'
import { createSignedTokens } from '#platform/signed-tokens.ts'
import { routerOptions } from '#platform/web-app.ts'
import { exampleContent, exampleService } from '#records/example-content.fixture.ts'
import { openWithAccounts, organisationPeopleOf } from './accounts.fixture.ts'
import type { RememberedDeed } from './action-context.ts'
import { createCms } from './app.ts'
import { createDrafts } from './drafts/drafts.ts'
import { createSentLetters } from './fresh/sent-letters.ts'
import { openContentRepository } from './git/content-repository.ts'
import { createDraftLetters } from './notes/draft-letters.ts'
import { createDraftNotes } from './notes/draft-notes.ts'
import { clubProvider, people, poolProvider, signedIn } from './people.fixture.ts'
import { createPreviewProcess } from './preview/preview-process.ts'
import type { Publication } from './publish/publication.ts'
import { createStoredRecords } from './records/stored-records.ts'
import { openRemote } from './remote/open-remote.ts'
import { requestsTo } from './requests.fixture.ts'
import type { RunningCms } from './running-cms-handle.fixture.ts'
import type { DueDrafts } from './schedule/due-drafts.ts'
import { createNotPublishedLetter } from './schedule/not-published-letter.ts'
import { writeSeed } from './seed.fixture.ts'

export type { RunningCms }

export const poolService = {
  ...exampleService,
  id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c03',
  name: 'Quiet swim',
  provider: poolProvider,
}

const clubRecord = {
  ...{ id: clubProvider, name: 'The club', description: 'Runs the club.', source: 'Made up' },
  directorate: 'schools',
}

const poolRecord = {
  ...{ id: poolProvider, name: 'The pool', description: 'Runs the pool.', source: 'Made up' },
  directorate: 'leisure',
}

const directorates = [
  { key: 'schools', name: 'Schools' },
  { key: 'leisure', name: 'Leisure' },
]

const publicUrl = 'http://localhost:8080'

const shell = `<!DOCTYPE html><html lang="en-GB"><head><title>%%TITLE%%</title></head><body><main id="main"><!--%%BODY%%--></main></body></html>`

/** The CMS on a content repository of its own in a temporary folder, with two providers who have a service each. */
export async function startCms({
  adminDir,
  seedFrom,
  url = publicUrl,
  remoteUrl,
  more = {},
}: {
  adminDir?: string
  /** A folder of content of its own. */
  seedFrom?: string
  url?: string
  remoteUrl?: string
  /** People besides those that are always there. */
  more?: typeof people
} = {}): Promise<RunningCms> {
  const root = mkdtempSync(join(tmpdir(), 'cms-'))
  const ownSeed = writeSeed(join(root, 'seed'), [
    ...exampleContent.map(({ path, text }) =>
      path === 'area.yaml' ? { path, text: text + stringify({ directorates }) } : { path, text },
    ),
    { path: 'providers/club.md', text: recordText(clubRecord) },
    { path: 'services/quiet-swim.md', text: recordText(poolService) },
    { path: 'providers/pool.md', text: recordText(poolRecord) },
    { path: 'postcodes.csv', text: 'postcode,latitude,longitude,ward\nM33 2UG,53.42512,-2.32001,Sale\n' },
  ])
  mkdirSync(join(root, 'admin'))
  mkdirSync(join(root, 'release/shell'), { recursive: true })
  writeFileSync(join(root, 'release/shell/index.html'), shell)
  const repository = await openContentRepository({
    gitDir: join(root, 'content.git'),
    seedFrom: seedFrom ?? ownSeed,
  })
  const published: string[] = []
  let publication: Publication = { state: 'none' }
  let shown: string | null = null
  const deeds: RememberedDeed[] = []
  const letters: OutgoingMessage[] = []
  let frozen: number | undefined
  const clock = () => frozen ?? Date.now()
  const { database, accounts } = await openWithAccounts(root, { ...people, ...more }, clock)
  const log = createLog({ production: true }, { write: () => {} })
  const audit = createAudit({ database, clock })
  const tokens = createSignedTokens('s'.repeat(40))
  const sentLetters = createSentLetters(database)
  const mail = createMail({
    ...{ database, clock, newId: randomUUID },
    ...{ deliver: async (message: OutgoingMessage) => void letters.push(message), log },
  })
  const records = createStoredRecords(repository)
  const remote =
    remoteUrl === undefined
      ? undefined
      : openRemote({
          repository,
          clock,
          log,
          url: remoteUrl,
          onPublish: (commit) => void published.push(commit),
        })
  const notes = createDraftNotes({ database, mail, accounts, clock, newId: randomUUID, siteUrl: url })
  const due: DueDrafts[] = []
  const organisationPeople = organisationPeopleOf({
    ...{ database, audit, mail, clock, newId: randomUUID },
    ...{ store: accounts, tokens, publicUrl: url },
  })
  const app = Fastify({ routerOptions })
  const routes: string[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push(`${each} ${url}`)
  })
  await app.register(
    createCms({
      repository,
      config: { publicUrl: url, cmsOrigin: undefined },
      async whoIs(headers) {
        const person = signedIn(/person=(\w+)/.exec(headers.cookie ?? '')?.[1])
        // Rights are those of the database, where they can be taken away.
        if (!person || !(await accounts.find(person.accountId))) return null
        return { ...person, grants: await accounts.grantsOf(person.accountId) }
      },
      nameOf: async (accountId) => (await accounts.find(accountId)) && `Name of ${accountId}`,
      organisationPeople,
      ...{ clock, tokens, sentLetters, audit, log },
      grantsOf: accounts.grantsOf,
      notes,
      letters: createDraftLetters({ database, mail, accounts, siteUrl: url, pagesUrl: url }),
      tellNotPublished: createNotPublishedLetter({ database, mail, accounts, notes, siteUrl: url }),
      onDueDrafts: (drafts) => void due.push(drafts),
      pages: createPages({ releaseDir: () => join(root, 'release') }),
      newId: randomUUID,
      onPublish: (commit) => void published.push(commit),
      remote,
      publication: () => publication,
      shownCommit: () => shown,
      isRolledBack: () => publication.state === 'published' && publication.commit !== shown,
      async remember(deed) {
        deeds.push(deed)
        await database.write((trx) => audit.record(trx, deed))
      },
      adminDir: adminDir ?? join(root, 'admin'),
      drawing: createPreviewProcess({ root: join(import.meta.dirname, '..') }),
      releaseDir: () => join(root, 'release'),
    }),
  )
  app.get('/api/me', async (request, reply) => {
    const me = signedIn(/person=(\w+)/.exec(request.headers.cookie ?? '')?.[1])
    return me ?? reply.status(401).send({ error: 'Sign in.' })
  })

  return {
    app,
    routes,
    repository,
    published,
    deeds,
    remote,
    notes,
    fresh: {
      ...{ repository, records, sentLetters, accounts, database, mail, tokens, clock, audit },
      drafts: createDrafts(repository, records),
      siteUrl: url,
    },
    setDay(date) {
      frozen = Date.parse(`${date}T12:00Z`)
    },
    setTime(instant) {
      frozen = Date.parse(instant)
    },
    showPublication(now, commit) {
      publication = now
      shown = commit
    },
    async publishDue() {
      for (const drafts of due) await drafts.publishDue()
    },
    async tidy() {
      for (const drafts of due) await drafts.tidy()
    },
    async letters() {
      await mail.deliverDue()
      return letters.splice(0)
    },
    ...requestsTo(app, url),
    git: (...args) =>
      execFileSync('git', ['--git-dir', repository.gitDir, ...args], {
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim(),
    async stop() {
      await remote?.stop()
      await app.close()
      await repository.close()
      await database.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** A record file as the browser would send it. */
export function recordText(fields: object, body = ''): string {
  return `---\n${stringify(fields)}---\n${body}`
}

/** What Decap sends to save one service. */
export function saving(
  slug: string,
  fields: object,
  more: { newEntry?: boolean; openedVersion?: string } = {},
) {
  const { newEntry = false, ...rest } = more
  return {
    branch: 'main',
    dataFiles: [{ path: `services/${slug}.md`, slug, raw: recordText(fields, 'Come and play.\n') }],
    assets: [],
    options: { collectionName: 'services', newEntry, useWorkflow: true, commitMessage: 'x', status: 'draft' },
    ...rest,
  }
}
