/**
 * Which version of each text this browser has shown, so that the server can refuse to overwrite, to publish or to throw away
 * what somebody else saved after that.
 */
export function createShownVersions(): ShownVersions {
  const inForms = new Map<string, string>()
  const onBoard = new Map<string, string>()
  const pathIn = (place: string) => [...inForms.keys()].find((path) => path.startsWith(`${place}.`))

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
      return inForms.get(pathIn(place) ?? '') ?? onBoard.get(place)
    },
    pathOf: (collection, slug) => pathIn(`${collection}/${slug}`),
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
  /** The path of a record whose form was opened. */
  pathOf(collection: string, slug: string): string | undefined
}
