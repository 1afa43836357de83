import { createReleaseFileReader } from '../release-file.ts'
import { escapeHtml, type Html, html } from './html.ts'

/**
 * Pages that the server writes, in the frame that the site's build printed (`shell/index.html`), so that they look
 * like every other page and change with it.
 *
 * @param options.releaseDir gives the folder of the current release
 */
export function createPages(options: { releaseDir: () => string }): Pages {
  const readShell = createReleaseFileReader(options.releaseDir, 'shell/index.html', parseShell)
  return {
    render({ title, body, breadcrumbs = [] }) {
      const slots: Readonly<Record<string, string>> = {
        [titleMarker]: escapeHtml(title),
        [bodyMarker]: String(html`${breadcrumbTrail(breadcrumbs)}${body}`),
      }
      return readShell()
        .map((piece) => slots[piece] ?? piece)
        .join('')
    },
  }
}

export interface Pages {
  /** The whole page as HTML. Throws `ReleaseFileError` when there is no built site to take the frame from. */
  render(page: Page): string
}

/** What fills the frame. */
export interface Page {
  /** plain text for the browser's tab; the page's heading is part of `body` */
  title: string
  body: Html
  /** the pages above this one, from the home page down */
  breadcrumbs?: readonly Breadcrumb[]
}

interface Breadcrumb {
  text: string
  href: string
}

/** The way back from a page that stands right under the home page. */
export const home: readonly Breadcrumb[] = [{ text: 'Home', href: '/' }]

const titleMarker = '%%TITLE%%'
const bodyMarker = '<!--%%BODY%%-->'

function parseShell(text: string): readonly string[] {
  const pieces = text.split(/(%%TITLE%%|<!--%%BODY%%-->)/)
  if (!pieces.includes(titleMarker) || pieces.filter((piece) => piece === bodyMarker).length !== 1) {
    throw new Error(`shell/index.html must hold ${titleMarker}, and ${bodyMarker} once`)
  }
  return pieces
}

function breadcrumbTrail(breadcrumbs: readonly Breadcrumb[]): Html | null {
  if (breadcrumbs.length === 0) return null
  return html`<nav class="govuk-breadcrumbs" aria-label="Breadcrumb"><ol class="govuk-breadcrumbs__list">${breadcrumbs.map(
    ({ text, href }) =>
      html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${href}">${text}</a></li>`,
  )}</ol></nav>`
}
