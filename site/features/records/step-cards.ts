import { type Card, cardPath } from '#protocol/cards.ts'
import { groupSteps, type PlacedStep } from '#records/pathway-steps.ts'
import { stepAnchor } from '../guidance/step-links.ts'

/** The cards of a pathway's steps, each with its number and its place on the page. */
export function stepCards(pathway: { id: string; title: string; steps: readonly TitledStep[] }): Card[] {
  const { id, title: summary, steps } = pathway
  const cards = groupSteps(steps).flatMap(({ number, step, beside }) => [
    cardOf(step, `Step ${number}`),
    ...beside.map((each) => cardOf(each, `Step ${number}, ${each.joins ?? 'and'}`)),
  ])
  return cards.filter(({ path }) => cardPath.safeParse(path).success)

  function cardOf(step: TitledStep, number: string): Card {
    const path = `/pathways/${id}/#${stepAnchor(step)}`
    return { kind: 'step', path, title: `${number}: ${step.title}`, summary, recordId: null }
  }
}

type TitledStep = PlacedStep & { readonly title: string }
