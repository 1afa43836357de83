import { thisBuild } from '../records/once-a-build.ts'

/**
 * Keeps what `make` drew under this name for the rest of the build: what is the same on thousands of pages is drawn once.
 * While someone works on the site with `astro dev` it is drawn each time.
 */
export function keptHtml(name: string, make: () => Promise<string>): Promise<string> {
  if (import.meta.env.DEV) return make()
  const kept = keptIn.get(thisBuild()) ?? new Map<string, Promise<string>>()
  keptIn.set(thisBuild(), kept)
  const before = kept.get(name)
  if (before !== undefined) return before
  const html = make()
  kept.set(name, html)
  return html
}

const keptIn = new WeakMap<object, Map<string, Promise<string>>>()
