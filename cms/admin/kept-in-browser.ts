import { z } from 'zod'
import { everyHalfSecond } from './form-watch.ts'
import type { ShownVersions } from './shown-versions.ts'

/**
 * Mends how Decap keeps in the browser what was typed and not saved. By itself it offers that text before the record has
 * come from the server, and then lays the record over it; it forgets of which version the text was, so that a save would
 * undo what others changed meanwhile; and it offers the text to whoever signs in next.
 */
export function mendKeptTexts(store: BrowserStore, { accountId, shown, formIsThere }: KeptTextParts): void {
  const getItem = store.getItem.bind(store)
  const setItem = store.setItem.bind(store)
  const removeItem = store.removeItem.bind(store)
  /** What was given to a form, until somebody wants it or not. */
  const offered = new Map<string, { path: string; version: string; loaded: string | undefined }>()

  store.getItem = async (key) => {
    const value = await getItem(key)
    const text = keptText.safeParse(value)
    if (!isOfRecord(key) || !text.success) return value
    if (text.data.accountId !== accountId || !(await formIsThere())) return null
    const { path, openedVersion: version } = text.data
    if (version !== undefined) {
      offered.set(key, { path, version, loaded: shown.openedAt(path) })
      shown.opened(path, version)
    }
    return value
  }

  store.setItem = (key, value) => {
    const text = typedText.safeParse(value)
    if (!isOfRecord(key) || !text.success) return setItem(key, value)
    offered.delete(key)
    return setItem(key, { ...text.data, accountId, openedVersion: shown.openedAt(text.data.path) })
  }

  store.removeItem = (key) => {
    const { path, version, loaded } = offered.get(key) ?? {}
    offered.delete(key)
    const isUnwanted = path !== undefined && shown.openedAt(path) === version
    if (isUnwanted && loaded !== undefined) shown.opened(path, loaded)
    return removeItem(key)
  }
}

/** Waits until Decap shows a form; false when the person goes elsewhere before. */
export function formIsThere(): Promise<boolean> {
  const { hash } = window.location
  return new Promise((resolve) => {
    const stop = everyHalfSecond(() => {
      const isThere = document.querySelector('[class*="-EditorContainer"]') !== null
      if (!isThere && window.location.hash === hash) return
      stop()
      resolve(isThere && window.location.hash === hash)
    })
  })
}

/** Decap keeps one text a record, and the newest of all once more, for its page of errors. */
const isOfRecord = (key: string) => key.startsWith('backup.')

const typedText = z.looseObject({ raw: z.string(), path: z.string() })
const keptText = typedText.extend({ accountId: z.string().optional(), openedVersion: z.string().optional() })

/** Where Decap keeps texts: the part of `localforage` that it uses for that. */
export interface BrowserStore {
  getItem(key: string): Promise<unknown>
  setItem(key: string, value: unknown): Promise<unknown>
  removeItem(key: string): Promise<void>
}

interface KeptTextParts {
  /** Who is signed in. */
  readonly accountId: string
  readonly shown: Pick<ShownVersions, 'opened' | 'openedAt'>
  /** Waits until the record is in its form; false when that is not to come. */
  readonly formIsThere: () => Promise<boolean>
}
