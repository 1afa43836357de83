import { type Html, html } from '#platform/pages/html.ts'

/**
 * Makes a document of a drawn page: with the style sheets of the site, and pictures from where they are. Links open
 * elsewhere, so that nobody leaves the preview by one.
 */
export function previewDocument(drawn: string, { styles, pictures, top }: DocumentParts): string {
  const links = html`<base target="_blank">${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}`
  let document = drawn.replace('</head>', () => `${links}</head>`)
  if (top !== undefined) document = document.replace(skipLink, (link) => `${link}${top}`)
  for (const { file, address } of pictures) document = document.replaceAll(`"/${file}"`, `"${address}"`)
  // What stands on the same page is reached without leaving it.
  return document.replaceAll(' href="#', ' target="_self" href="#')
}

/** What a preview says of itself, under the skip link. */
export function previewBar({ backTo, part }: { backTo: string; part: string | undefined }): Html {
  return html`<section class="banner" aria-label="Preview"><p class="width"><strong>This is how the page will look. It is not on the site yet.</strong> <a href="${backTo}" target="_self">Go back to the draft</a>${
    part !== undefined && html` <a href="${part}">Go to its part of the page</a>`
  }</p><p class="width">Links open in a new window. Buttons, searching and videos do not work here.</p></section>`
}

const skipLink = /<a class="govuk-skip-link"[^>]*>[^<]*<\/a>/

interface DocumentParts {
  /** Addresses of style sheets. */
  readonly styles: readonly string[]
  /** Pictures that are not on the site yet, by their path under the content root. */
  readonly pictures: readonly { readonly file: string; readonly address: string }[]
  readonly top?: Html
}
