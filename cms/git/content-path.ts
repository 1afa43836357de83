/** A path or a name that the content repository refuses. The message is for the person who sent it. */
export class ContentPathError extends Error {
  override name = 'ContentPathError'
}

const segment = '[a-z0-9]+(?:-+[a-z0-9]+)*'
const slugPattern = new RegExp(`^${segment}$`)
const recordPath = `(?:${segment}/){0,3}${segment}\\.(?:md|mdx|yaml|csv)`
const picturePath = `media/${segment}/${segment}\\.(?:webp|jpg|png|avif)`
const pathPattern = new RegExp(`^(?:${recordPath}|${picturePath})$`)
const longestPath = 200

/** In characters. */
export const longestSlug = 120

/**
 * Accepts a content path such as `services/quiet-swim.md` and gives it back. Only what is listed here passes, so
 * `..`, `.git`, encoded characters, absolute paths, back-slashes and control characters are all refused.
 *
 * @throws ContentPathError
 */
export function checkContentPath(path: string): string {
  if (path.length > longestPath || !pathPattern.test(path)) {
    throw new ContentPathError(
      'This file name cannot be used. Use small letters, numbers and hyphens, for example "quiet-swim.md".',
    )
  }
  return path
}

/**
 * Accepts the name of a collection or the slug of a record, and so a part of a branch name, and gives it back.
 *
 * @throws ContentPathError
 */
export function checkSlug(slug: string): string {
  if (slug.length > longestSlug || !slugPattern.test(slug)) {
    throw new ContentPathError(
      'This name cannot be used for a page. Use small letters, numbers and hyphens, for example "quiet-swim".',
    )
  }
  return slug
}
