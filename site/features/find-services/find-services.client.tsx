import { render } from 'preact'
import { FindServices } from './FindServices.tsx'
import { openSearchIndex, type SearchIndex } from './search-index.ts'
import { addressOf, isEmpty, queryOf, type SearchQuery } from './search-query.ts'

/** How long typing rests before the search begins, in milliseconds. */
const restMs = 200

/**
 * Runs the search of /services/. What is asked stands in the address, so that it can be shared and Back works; the page
 * for browsing shows while nothing is asked.
 */
function startSearch(field: HTMLInputElement, root: HTMLElement, browse: HTMLElement): void {
  let opening: Promise<SearchIndex> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    opening ??= openSearchIndex('/pagefind/pagefind.js')
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }
  const here = () => queryOf(new URLSearchParams(location.search))
  const show = (query: SearchQuery) => {
    const empty = isEmpty(query)
    browse.hidden = !empty
    root.hidden = empty
    render(
      empty ? null : <FindServices query={query} open={open} onChange={(next) => go(next, 'push')} />,
      root,
    )
  }
  const go = (query: SearchQuery, how: 'push' | 'replace') => {
    const address = addressOf(query)
    history[`${how}State`](null, '', address === '' ? location.pathname : `?${address}`)
    show(query)
  }
  const typed = () => ({ ...here(), words: field.value.trim() })

  field.addEventListener('input', () => {
    clearTimeout(rest)
    rest = setTimeout(() => go(typed(), 'replace'), restMs)
  })
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(rest)
    go(typed(), 'push')
  })
  field.addEventListener('focus', () => void open(), { once: true })
  addEventListener('popstate', () => {
    field.value = here().words
    show(here())
  })
  field.value = here().words
  show(here())
}

const field = document.querySelector<HTMLInputElement>('#search-services')
const root = document.querySelector<HTMLElement>('#results')
const browse = document.querySelector<HTMLElement>('#browse')
if (field !== null && root !== null && browse !== null) startSearch(field, root, browse)
