import { render } from 'preact'
import { FindServices } from './FindServices.tsx'
import { openSearch } from './open-search.ts'
import { addressOf, linkPartOf, queryOf } from './search-address.ts'
import type { SearchIndex } from './search-index.ts'
import { isEmpty, type SearchQuery } from './search-query.ts'
import { UnknownInLink } from './UnknownInLink.tsx'

/** How long typing rests before the search begins, in milliseconds. */
const restMs = 200

/**
 * Runs the search of /services/. What is asked stands in the address, so that it can be shared and Back works; the page
 * for browsing shows while nothing is asked.
 */
function startSearch(field: HTMLInputElement, root: HTMLElement, browse: HTMLElement): void {
  const towns: readonly string[] = JSON.parse(root.dataset['towns'] ?? '[]')
  const outwardCodes: readonly string[] = JSON.parse(root.dataset['outwardCodes'] ?? '[]')
  let opening: Promise<SearchIndex> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    opening ??= openSearch(outwardCodes)
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }
  const here = () => queryOf({ search: location.search, hash: location.hash.slice(1) }, towns)
  let shown = here()
  const show = () => {
    const { query, unknown } = shown
    const empty = isEmpty(query)
    browse.hidden = !empty
    root.hidden = empty && unknown.length === 0
    render(
      <>
        <UnknownInLink unknown={unknown} />
        {!empty && (
          <FindServices
            query={query}
            towns={towns}
            measures={outwardCodes.length > 0}
            open={open}
            onChange={change}
          />
        )}
      </>,
      root,
    )
  }
  const go = (query: SearchQuery, how: 'push' | 'replace') => {
    history[`${how}State`](null, '', `${location.pathname}${linkPartOf(query)}`)
    shown = { query, unknown: [] }
    show()
  }
  // A filter that is changed may leave other words, such as those without the age that was typed with them.
  const change = (query: SearchQuery) => {
    go(query, 'push')
    field.value = query.words
  }
  const typed = () => ({ ...shown.query, words: field.value.trim() })

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
    // A jump within the page, such as to its main part, changes nothing that was asked.
    const { search } = addressOf(shown.query)
    if (location.hash !== '' && !/[#&](near|within)=/.test(location.hash) && `?${search}` === location.search)
      return
    shown = here()
    field.value = shown.query.words
    show()
  })
  field.value = shown.query.words
  for (const each of browse.querySelectorAll<HTMLElement>('[data-with-script]')) each.hidden = false
  show()
}

const field = document.querySelector<HTMLInputElement>('#search-services')
const root = document.querySelector<HTMLElement>('#results')
const browse = document.querySelector<HTMLElement>('#browse')
if (field !== null && root !== null && browse !== null) startSearch(field, root, browse)
