import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'

/**
 * A component as HTML, for `set:html` on a page that is finished before anyone asks. Astro would draw it twice, once to
 * see whether it can; on thousands of pages with dozens of components each, that is most of a build.
 */
export function drawn<P extends object>(component: ComponentType<P>, props: P): string {
  return renderToString(h(component, props))
}
