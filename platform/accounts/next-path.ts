import { staffPagesFor } from '../pages/staff-pages.ts'
import type { SignedIn } from './grants.ts'
import { holds } from './grants.ts'

/**
 * The address on this site that `next` asks for, or undefined when it asks for anything else: another site, another
 * scheme, or something that a browser could read as one.
 */
export function safeNextPath(next: string | undefined): string | undefined {
  if (
    next === undefined ||
    next.length > 500 ||
    !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) ||
    next.includes('\\')
  ) {
    return undefined
  }
  const here = 'http://here.invalid'
  if (!URL.canParse(next, here)) return undefined
  const url = new URL(next, here)
  const path = url.pathname + url.search + url.hash
  // Dot segments can leave two slashes at the front, which means another host.
  return url.origin === here && !path.startsWith('//') ? path : undefined
}

/** Where somebody works, for when they did not ask for a page. */
export function startPathOf(signedIn: Pick<SignedIn, 'grants'>): string {
  if (holds(signedIn, 'navigator') || holds(signedIn, 'lead')) return '/desk/'
  if (holds(signedIn, 'editor')) return '/admin/'
  if (holds(signedIn, 'provider')) return '/my-services/'
  return staffPagesFor(signedIn)[0]?.path ?? '/'
}
