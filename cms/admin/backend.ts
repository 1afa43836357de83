import { z } from 'zod'
import { livePagePath } from '../live-page.ts'
import type { AdviceNotice } from './advice-notice.ts'
import {
  done,
  draft,
  draftText,
  entries,
  type entry,
  entryToSave,
  livePage,
  mediaFile,
  newStatus,
  openedEntry,
  published,
  stored,
} from './backend-shapes.ts'
import { type CmsRequest, CmsRequestError } from './cms-request.ts'
import { createListPages } from './list-pages.ts'
import type { PublicationNotice } from './publication-notice.ts'
import { type Me, readMe, signOut } from './session.ts'
import type { ShownVersions } from './shown-versions.ts'
import { SignInAgain } from './sign-in-again.ts'
import { type Standings, subjectAt } from './standings.ts'
import { triedWith } from './told-refusals.ts'

/**
 * The backend class that Decap is given: every method sends one action to `POST /api/cms`. With what changes something it
 * sends the version that the person was shown, so that the server can refuse where somebody else saved meanwhile.
 */
export function createBackendClass(parts: BackendParts) {
  const { me, request, publication, advice, shown, standings, cursorKey } = parts
  /** What was kept of a form that is still open: its next text takes the place of that. */
  const keptVersions = new Map<string, string>()
  const pages = createListPages<z.output<typeof entry>>(cursorKey)
  const tried = triedWith(advice)

  async function persist(params: z.output<typeof entryToSave>, options: unknown): Promise<void> {
    const [file] = params.dataFiles
    const openedVersion = file && shown.openedAt(file.path)
    const keptVersion = file && keptVersions.get(file.path)
    const sent = { dataFiles: params.dataFiles, assets: [], options, openedVersion, keptVersion }
    const saved = await tried('Not saved', request('persistEntry', sent, stored), {
      path: file?.path,
      onKept: (kept) => file && keptVersions.set(file.path, kept),
    })
    if (file) {
      shown.opened(file.path, saved.version)
      standings.moved(subjectAt(file.path), saved.status)
      keptVersions.delete(file.path)
    }
    advice.show(saved.advice, saved.meanwhile)
  }

  return class LocalOfferBackend {
    readonly #config: BackendConfig

    constructor(config: BackendConfig) {
      this.#config = config
    }

    isGitBackend() {
      return false
    }

    async status() {
      return { auth: { status: true }, api: { status: true, statusPage: '' } }
    }

    authComponent() {
      return SignInAgain
    }

    async restoreUser() {
      return this.authenticate()
    }

    async authenticate() {
      const current = await readMe()
      if (!current) throw new Error('Your sign-in has ended. Load the page again to sign in.')
      // So Decap calls it when others approve: it then offers neither “Ready” nor “Publish”.
      const useOpenAuthoring = this.#config.backend.open_authoring
      return { name: me.name, login: me.accountId, token: '', useOpenAuthoring }
    }

    async logout() {
      await signOut()
    }

    async getToken() {
      return ''
    }

    async entriesByFolder(folder: string) {
      return pages.first(folder, await this.allEntriesByFolder(folder))
    }

    allEntriesByFolder(folder: string) {
      return request('entriesByFolder', { folder }, entries)
    }

    async traverseCursor(cursor: Parameters<typeof pages.next>[0]) {
      return pages.next(cursor)
    }

    entriesByFiles(files: readonly { path: string; label?: string }[]) {
      return request('entriesByFiles', { files }, entries)
    }

    async getEntry(path: string) {
      try {
        const { may, ...opened } = await request('getEntry', { path }, openedEntry)
        shown.opened(path, opened.version)
        standings.pageShown(subjectAt(path), may)
        return opened
      } catch (error) {
        if (error instanceof CmsRequestError) backToList(path)
        throw error
      }
    }

    unpublishedEntries() {
      return request('unpublishedEntries', {}, z.array(z.string()))
    }

    async unpublishedEntry(wanted: { id?: string; collection?: string; slug?: string }) {
      try {
        const found = await request('unpublishedEntry', wanted, draft)
        standings.draftShown(`${found.collection}/${found.slug}`, found)
        // Asked by id, Decap fills its board; asked by name, it opens the form.
        if (wanted.id !== undefined) shown.listed(found.collection, found.slug, found.version)
        else for (const { path } of found.diffs) shown.opened(path, found.version)
        return found
      } catch (error) {
        if (!(error instanceof CmsRequestError) || error.status !== 404) throw error
        standings.hasNoDraft(wanted.id ?? `${wanted.collection}/${wanted.slug}`)
        throw noDraft(error)
      }
    }

    async unpublishedEntryDataFile(collection: string, slug: string, path: string) {
      const { data } = await request('unpublishedEntryDataFile', { collection, slug, path }, draftText)
      return data
    }

    unpublishedEntryMediaFile(collection: string, slug: string, path: string) {
      return request('unpublishedEntryMediaFile', { collection, slug, path }, z.never())
    }

    deleteUnpublishedEntry(collection: string, slug: string) {
      const openedVersion = shown.of(collection, slug)
      return request('deleteUnpublishedEntry', { collection, slug, openedVersion }, done).catch(
        (error: unknown) => {
          // Decap says “thrown away” of a refusal too, and then shows the page as if it were: it gets no answer.
          const why = error instanceof Error ? error.message : String(error)
          advice.stop(why, { loadsAgain: error instanceof CmsRequestError && refused.includes(error.status) })
          return new Promise<never>(() => {})
        },
      )
    }

    persistEntry(params: unknown, options: unknown) {
      return persist(entryToSave.parse(params), options)
    }

    async updateUnpublishedEntryStatus(collection: string, slug: string, wanted: string) {
      const sent = { collection, slug, newStatus: wanted, openedVersion: shown.of(collection, slug) }
      const told = { path: shown.pathOf(collection, slug) }
      await tried('The status has not changed', request('updateUnpublishedEntryStatus', sent, done), told)
      standings.moved(`${collection}/${slug}`, newStatus.parse(wanted))
    }

    async publishUnpublishedEntry(collection: string, slug: string) {
      const sent = { collection, slug, openedVersion: shown.of(collection, slug) }
      const told = { path: shown.pathOf(collection, slug) }
      const { commit } = await tried(
        'Not published',
        request('publishUnpublishedEntry', sent, published),
        told,
      )
      publication.follow(commit, livePagePath({ collection, slug }))
    }

    /** Decap's own library is not shown: the field of a picture asks for those of one provider when they are wanted. */
    async getMedia() {
      return []
    }

    getMediaFile(path: string) {
      return request('getMediaFile', { path }, mediaFile)
    }

    persistMedia() {
      return request('persistMedia', {}, z.never())
    }

    async deleteFiles(paths: readonly string[]) {
      const { commit } = await request('deleteFiles', { paths }, published.partial())
      if (commit !== undefined) publication.follow(commit, undefined)
    }

    async getDeployPreview(collection: string, slug: string) {
      // After a first save that was refused, Decap believes that there is a draft.
      if (standings.of(`${collection}/${slug}`)?.status === undefined) return null
      return request('getDeployPreview', { collection, slug }, livePage.nullable())
    }
  }
}

/** The person may not, the draft is gone, or it was changed: what the page shows is old. Else the page may hold the only copy. */
const refused: readonly number[] = [403, 404, 409]

/** The configuration that the server made, as far as it is looked at here. */
interface BackendConfig {
  readonly backend: { readonly open_authoring: boolean }
}

interface BackendParts {
  readonly me: Me
  readonly request: CmsRequest
  readonly publication: Pick<PublicationNotice, 'follow'>
  readonly advice: AdviceNotice
  readonly shown: ShownVersions
  readonly standings: Standings
  /** Under this key Decap looks how a list goes on. */
  readonly cursorKey: symbol
}

/**
 * A record that cannot be opened leads back to its list, under the notice that says why: Decap itself would show a bare
 * line without a way on, and then load for ever.
 */
function backToList(path: string): void {
  window.location.hash = `#/collections/${path.split('/', 1)[0]}`
}

/** What Decap takes as "there is no draft": it then opens the published record. */
function noDraft(cause: Error): Error {
  const error = new Error('content is not under editorial workflow', { cause })
  error.name = 'EDITORIAL_WORKFLOW_ERROR'
  return Object.assign(error, { notUnderEditorialWorkflow: true })
}
