/** Changes with each build, so that what was kept for one is not taken for another. */
let goingOn: object = {}

/** The build that goes on, as a key under which to keep what is made once for it. */
export function thisBuild(): object {
  return goingOn
}

/**
 * Forgets what was kept. A build of the site is one process and needs no such thing; previews draw page after page from
 * records that change.
 */
export function beginAnotherBuild(): void {
  goingOn = {}
}

/**
 * Keeps what `make` gives for the rest of the build, so that thousands of pages do not each make it again. While someone
 * works on the site with `astro dev`, records change between two pages, so there it is made each time.
 */
export function onceABuild<T>(make: () => Promise<T>): () => Promise<T> {
  const made = new WeakMap<object, Promise<T>>()
  return () => {
    if (import.meta.env.DEV) return make()
    const before = made.get(thisBuild())
    if (before !== undefined) return before
    const now = make()
    made.set(thisBuild(), now)
    return now
  }
}
