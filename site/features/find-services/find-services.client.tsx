import { render } from 'preact'
import { readAreaFacts } from './area-facts.ts'
import { FindServices } from './FindServices.tsx'
import { readView, withView } from './map-address.ts'
import { openSearch } from './open-search.ts'
import { addressOf, linkPartOf, queryOf } from './search-address.ts'
import type { SearchIndex } from './search-index.ts'
import { isEmpty, type SearchQuery } from './search-query.ts'
import { UnknownInLink } from './UnknownInLink.tsx'

/** How long typing rests before the search begins, in milliseconds. */
const restMs = 60

/**
 * Runs the search of /services/. What is asked stands in the address, so that it can be shared and Back works; the page
 * for browsing shows while nothing is asked.
 */
function startSearch(field: HTMLInputElement, root: HTMLElement, browse: HTMLElement): void {
  const area = readAreaFacts(root)
  let opening: Promise<SearchIndex> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    opening ??= openSearch(area)
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }
  const here = () => {
    const { map, search } = readView(location.search)
    return { map, ...queryOf({ search, hash: location.hash.slice(1) }, area.towns) }
  }
  let shown = here()
  const show = () => {
    const { query, unknown, map } = shown
    const empty = isEmpty(query) && !map
    browse.hidden = !empty
    root.hidden = empty && unknown.length === 0
    render(
      <>
        <UnknownInLink unknown={unknown} />
        {!empty && (
          <FindServices
            query={query}
            mapOpen={map}
            area={area}
            open={open}
            onChange={change}
            onMap={(map) => go(shown.query, 'push', map)}
          />
        )}
      </>,
      root,
    )
  }
  const go = (query: SearchQuery, how: 'push' | 'replace', map = shown.map) => {
    history[`${how}State`](null, '', `${location.pathname}${withView(linkPartOf(query), map)}`)
    shown = { query, unknown: [], map }
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
    const before = withView(`?${addressOf(shown.query).search}`, shown.map)
    if (location.hash !== '' && !/[#&](near|within)=/.test(location.hash) && before === location.search)
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
