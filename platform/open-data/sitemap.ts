import { escapeHtml } from '../pages/html.ts'

/** Pages that are there whatever the records are. */
const fixedPages = [
  ...['/', '/services/', '/services/a-to-z/', '/guides/', '/pathways/', '/routes/', '/you-said-we-did/'],
  ...['/you-said-we-did/annual-review/', '/progress/', '/plan/', '/news/'],
  ...['/young-people/', '/easy-read/', '/glossary/', '/other-formats/', '/cookies/'],
  ...['/about/', '/contact/', '/open-data/', '/accessibility/', '/privacy/'],
]

/**
 * The map of the site for search engines (sitemaps.org 0.9): the pages that are always there and those of the records.
 *
 * @param publicUrl the origin of the site, without a slash at its end
 * @param paths paths of records' pages; parts of a page (`#…`) count as their page
 */
export function sitemap(publicUrl: string, paths: readonly string[]): string {
  const pages = new Set([...fixedPages, ...paths.map((path) => path.replace(/#.*$/, ''))])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...[...pages].map((path) => `<url><loc>${escapeHtml(publicUrl + encodeURI(path))}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n')
}
