import { useEffect, useRef, useState } from 'preact/hooks'
import { offerNews } from './desk-offers.ts'
import type { DeskState } from './desk-state.ts'

/** The latest that became of this navigator's offers, until the next; empty at first. */
export function useOfferNews(state: DeskState): string {
  const before = useRef(state)
  const [news, setNews] = useState('')
  useEffect(() => {
    const latest = offerNews(before.current, state)
    before.current = state
    if (latest !== null) setNews(latest)
  }, [state])
  return news
}
