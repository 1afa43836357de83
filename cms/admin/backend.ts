import { createElement, useEffect, useRef } from 'react'
import { z } from 'zod'
import { livePagePath } from '../live-page.ts'
import type { AdviceNotice } from './advice-notice.ts'
import {
  done,
  draft,
  draftText,
  entries,
  entry,
  entryToSave,
  livePage,
  mediaFile,
  published,
  stored,
} from './backend-shapes.ts'
import { type CmsRequest, CmsRequestError } from './cms-request.ts'
import { createListPages } from './list-pages.ts'
import type { PublicationNotice } from './publication-notice.ts'
import { type Me, readMe, signOut } from './session.ts'
import type { ShownVersions } from './shown-versions.ts'

/**
 * The backend class that Decap is given: every method sends one action to `POST /api/cms`. With what changes something it
 * sends the version that the person was shown, so that the server can refuse where somebody else saved meanwhile.
 */
export function createBackendClass({ me, request, publication, advice, shown, cursorKey }: BackendParts) {
  /** What was kept of a form that is still open: its next text takes the place of that. */
  const keptVersions = new Map<string, string>()
  const pages = createListPages<z.output<typeof entry>>(cursorKey)

  async function persist(params: z.output<typeof entryToSave>, options: unknown): Promise<void> {
    const [file] = params.dataFiles
    const openedVersion = file && shown.openedAt(file.path)
    const keptVersion = file && keptVersions.get(file.path)
    const sent = { dataFiles: params.dataFiles, assets: [], options, openedVersion, keptVersion }
    const saved = await request('persistEntry', sent, stored).catch((error: unknown) => {
      const kept = leadToChoice(error, advice)
      if (file && kept !== null) keptVersions.set(file.path, kept)
      throw error
    })
    if (file) {
      shown.opened(file.path, saved.version)
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
        const opened = await request('getEntry', { path }, entry)
        shown.opened(path, opened.version)
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
        // Asked by id, Decap fills its board; asked by name, it opens the form.
        if (wanted.id !== undefined) shown.listed(found.collection, found.slug, found.version)
        else for (const { path } of found.diffs) shown.opened(path, found.version)
        return found
      } catch (error) {
        if (error instanceof CmsRequestError && error.status === 404) throw noDraft(error)
        throw error
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

    updateUnpublishedEntryStatus(collection: string, slug: string, newStatus: string) {
      const openedVersion = shown.of(collection, slug)
      return request('updateUnpublishedEntryStatus', { collection, slug, newStatus, openedVersion }, done)
    }

    async publishUnpublishedEntry(collection: string, slug: string) {
      const sent = { collection, slug, openedVersion: shown.of(collection, slug) }
      const { commit } = await request('publishUnpublishedEntry', sent, published).catch((error: unknown) => {
        leadToChoice(error, advice)
        throw error
      })
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

    getDeployPreview(collection: string, slug: string) {
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
  /** Under this key Decap looks how a list goes on. */
  readonly cursorKey: symbol
}

/** Decap asks for a sign-in form; whoever gets here is signed in already, so it only says so. */
function SignInAgain({ onLogin, error }: { onLogin: (credentials: object) => void; error?: string }) {
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    onLogin({})
  }, [onLogin])
  return createElement('p', { className: 'notice' }, error ?? 'One moment…')
}

/**
 * A record that cannot be opened leads back to its list, under the notice that says why: Decap itself would show a bare
 * line without a way on, and then load for ever.
 */
function backToList(path: string): void {
  window.location.hash = `#/collections/${path.split('/', 1)[0]}`
}

/** Shows the way where the server says that somebody has to choose. Gives the version that it kept; null for none. */
function leadToChoice(error: unknown, advice: AdviceNotice): string | null {
  if (!(error instanceof CmsRequestError) || error.address === undefined) return null
  advice.askToChoose(error.message, error.address)
  return new URL(error.address, window.location.href).searchParams.get('kept')
}

/** What Decap takes as "there is no draft": it then opens the published record. */
function noDraft(cause: Error): Error {
  const error = new Error('content is not under editorial workflow', { cause })
  error.name = 'EDITORIAL_WORKFLOW_ERROR'
  return Object.assign(error, { notUnderEditorialWorkflow: true })
}
