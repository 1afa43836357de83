import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import type { DrawOrder, PreviewAnswer } from '#records/page-preview.ts'
import { beginAnotherBuild } from '../features/records/once-a-build.ts'
import { type PageModule, pageOf } from './pages-of-records.ts'
import { lookAt } from './preview-content.ts'
import { knowPictures } from './preview-pictures.ts'

/**
 * Draws the page of a record by the site's own page, with all published records around it. Not to be called again before
 * it has answered.
 */
export async function drawPage({ id, file, pictures }: DrawOrder): Promise<PreviewAnswer> {
  try {
    beginAnotherBuild()
    knowPictures(pictures)
    const entry = lookAt(file)
    const shown = entry && pageOf(entry)
    if (shown === undefined) return { kind: 'no-page', id }
    const { page, path, slug } = shown
    // Another each time: it keeps every route that it was ever asked for.
    const container = await AstroContainer.create({ resolve: async () => '' })
    const html = await container.renderToString(page.default, {
      ...(await askedWith(page, slug)),
      request: new Request(`https://preview.invalid${path.replace(/#.*/, '')}`),
      partial: false,
    })
    return { kind: 'drawn', id, html: withoutScripts(html), path }
  } catch (error) {
    return {
      kind: 'failed',
      id,
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

/** What the page is given in a build. */
async function askedWith({ getStaticPaths }: PageModule, slug: string | undefined) {
  const paths = (await getStaticPaths?.()) ?? []
  const path = paths.find(({ params }) => params.slug === slug)
  return path ? { params: { ...path.params }, props: { ...path.props } } : {}
}

/** A preview is a picture of the page: nothing runs in it, and a link leads to what a page may link to, or nowhere. */
function withoutScripts(html: string): string {
  return html
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replaceAll(/<link\b[^>]*\brel="(?:preload|modulepreload|stylesheet)"[^>]*>/gi, '')
    .replaceAll(/\shref="(?!https?:|mailto:|tel:|\/|#)[^"]*"/gi, '')
}
