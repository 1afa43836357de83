import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Found, SearchIndex } from './search-index.ts'
import type { SearchQuery } from './search-query.ts'

/** What a search found, and for which query; while a newer one is looked for, the older answer stays. */
export interface SearchAnswer {
  readonly found: Found | undefined
  readonly asked: SearchQuery | undefined
  readonly failed: boolean
  fail(): void
}

/** Searches whenever the query changes. An answer that a newer question has overtaken is dropped. */
export function useSearch(query: SearchQuery, open: () => Promise<SearchIndex>): SearchAnswer {
  const [answer, setAnswer] = useState<{ found: Found; asked: SearchQuery } | undefined>()
  const [failed, setFailed] = useState(false)
  const fail = useCallback(() => setFailed(true), [])
  useEffect(() => {
    let current = true
    open()
      .then((index) => index.search(query))
      .then(
        (found) => {
          if (!current) return
          setAnswer({ found, asked: query })
          setFailed(false)
        },
        () => current && setFailed(true),
      )
    return () => {
      current = false
    }
  }, [query, open])
  return { found: answer?.found, asked: answer?.asked, failed, fail }
}
