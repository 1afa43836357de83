import { type Shortlist, shortlistFrom } from './shortlist.ts'

/** The shortlist of this device. All that read or change it go through here. */
export interface DeviceShortlist {
  read(): Shortlist
  /** Takes a change of the list as it is now, also after another tab has changed it. Tells all who listen. */
  change(change: (list: Shortlist) => Shortlist): void
  /** False when the browser refuses to keep the list: it is then lost when the page is left. */
  isKept(): boolean
  /** Calls back after each change, from this page or another tab. Gives the function that ends it. */
  onChange(listener: () => void): () => void
}

const storageKey = 'local-offer-shortlist'

/**
 * The shortlist in `localStorage`, or in memory where the browser refuses that (private windows, blocked cookies, full).
 * `storage` is called each time, since merely touching it may throw.
 */
export function openDeviceShortlist(storage: () => Storage, page: EventTarget): DeviceShortlist {
  const listeners = new Set<() => void>()
  let inMemory: Shortlist | undefined
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const read = (): Shortlist => {
    if (inMemory !== undefined) return inMemory
    try {
      return shortlistFrom(storage().getItem(storageKey))
    } catch {
      return []
    }
  }
  const write = (list: Shortlist) => {
    try {
      storage().setItem(storageKey, JSON.stringify(list))
      inMemory = undefined
    } catch {
      inMemory = list
    }
  }
  page.addEventListener('storage', (event) => {
    const changed: unknown = Reflect.get(event, 'key')
    if (changed === storageKey || changed === null) tell()
  })
  return {
    read,
    change: (change) => {
      write(change(read()))
      tell()
    },
    isKept: () => inMemory === undefined,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Said where a list could not be kept. */
export const notKeptSentence =
  'Your browser does not let us keep this. It is gone when you leave this page. You can print it instead.'
