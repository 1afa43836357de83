/**
 * Keeps what `make` gives for the rest of the build, so that thousands of pages do not each make it again. While someone
 * works on the site with `astro dev`, records change between two pages, so there it is made each time.
 */
export function onceABuild<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    if (import.meta.env.DEV) return make()
    made ??= make()
    return made
  }
}
