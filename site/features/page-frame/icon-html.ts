import { drawn } from './drawn.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

/** An icon as HTML, for a finished page. Each is drawn once: a page has a dozen. */
export function iconHtml(name: IconName): string {
  const before = drawnIcons.get(name)
  if (before !== undefined) return before
  const html = drawn(Icon, { name })
  drawnIcons.set(name, html)
  return html
}

const drawnIcons = new Map<IconName, string>()
