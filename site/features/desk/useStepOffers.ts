import { useEffect, useState } from 'preact/hooks'
import { z } from 'zod'
import { type Card, cardSchema } from '#protocol/cards.ts'
import { type CardOffer, offersOfSteps } from './card-offers.ts'

/**
 * Steps of pathways that hold all the words, and those of `pathways` that were found, addresses such as
 * `/pathways/annual-review/`. They are fetched when somebody looks for something first; without them the rest works.
 */
export function useStepOffers(words: string, pathways: readonly string[]): readonly CardOffer[] {
  const [steps, setSteps] = useState<readonly Card[] | 'none' | 'asked'>('none')
  const isAsked = words.trim() !== ''
  useEffect(() => {
    if (!isAsked || steps !== 'none') return
    setSteps('asked')
    fetchSteps().then(setSteps, () => setSteps([]))
  }, [isAsked, steps])
  return isAsked && typeof steps !== 'string' ? offersOfSteps(steps, words, pathways) : []
}

async function fetchSteps(): Promise<readonly Card[]> {
  const response = await fetch('/pathway-steps.json')
  return z.array(cardSchema).parse(await response.json())
}
