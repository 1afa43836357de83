/** What of a service's page goes on paper beside others: what it is, how to reach it, and the answers. */
const wanted = ['.service__summary', '.service__side > :first-child', '.service__answers']

/** What is for a screen alone, or leads on from the one page. */
const leftOut =
  'script, style, button, form, .page-actions, .not-sure, .service__answers > [data-search-skip], [hidden]'

/**
 * The part of a service's page that is printed with others, with its headings one step lower; null when the text is not
 * such a page. Ids are left out, since several pages stand in one.
 */
export function printedService(page: string): HTMLElement | null {
  const found = new DOMParser().parseFromString(page, 'text/html')
  const parts = wanted.flatMap((part) => [...found.querySelectorAll(`.service ${part}`)])
  if (parts.length === 0) return null
  const article = document.createElement('article')
  article.className = 'booklet__part'
  article.append(...parts)
  for (const each of article.querySelectorAll(leftOut)) each.remove()
  for (const each of article.querySelectorAll('*')) {
    each.removeAttribute('id')
    each.removeAttribute('aria-labelledby')
  }
  for (const each of article.querySelectorAll('details')) each.open = true
  for (const heading of [...article.querySelectorAll('h1, h2, h3, h4')]) lower(heading)
  return article
}

function lower(heading: Element): void {
  const level = Number(heading.tagName.slice(1)) + 1
  const lowered = document.createElement(`h${level}`)
  lowered.append(...heading.childNodes)
  heading.replaceWith(lowered)
}
