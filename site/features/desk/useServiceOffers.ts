import { useEffect, useState } from 'preact/hooks'
import type { Hit } from '../find-services/search-index.ts'
import { type CardOffer, offerOfService } from './card-offers.ts'

/**
 * The offers of services that were found. The earlier ones stay until all of these are fetched; what fails is
 * left out. `hits` is a new list only when others were found.
 */
export function useServiceOffers(hits: readonly Hit[]): readonly CardOffer[] {
  const [offers, setOffers] = useState<readonly CardOffer[]>([])
  useEffect(() => {
    let current = true
    void Promise.allSettled(hits.map((hit) => hit.load())).then((loaded) => {
      if (!current) return
      setOffers(
        loaded.flatMap((each) => (each.status === 'fulfilled' ? [offerOfService(each.value.card)] : [])),
      )
    })
    return () => {
      current = false
    }
  }, [hits])
  return offers
}
