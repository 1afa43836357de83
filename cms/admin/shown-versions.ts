/**
 * Which version of each text this browser has shown, so that the server can refuse to overwrite, to publish or to throw away
 * what somebody else saved after that.
 */
export function createShownVersions(): ShownVersions {
  const inForms = new Map<string, string>()
  const onBoard = new Map<string, string>()

  return {
    opened(path, version) {
      inForms.set(path, version)
    },
    openedAt: (path) => inForms.get(path),
    listed(collection, slug, version) {
      onBoard.set(`${collection}/${slug}`, version)
    },
    of(collection, slug) {
      const place = `${collection}/${slug}`
      // Decap fills its board once; what a form opened or saved is what the board shows from then on.
      return [...inForms].find(([path]) => path.startsWith(`${place}.`))?.[1] ?? onBoard.get(place)
    },
  }
}

export interface ShownVersions {
  /** A form shows the record at this path in this version. */
  opened(path: string, version: string): void
  /** The version in which a form shows the record at this path. */
  openedAt(path: string): string | undefined
  /** The board shows a draft in this version. */
  listed(collection: string, slug: string, version: string): void
  /** The version in which the person last saw a record, in its form or on the board. */
  of(collection: string, slug: string): string | undefined
}
