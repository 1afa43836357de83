import type { Service } from '#records/service.ts'

/** What a guide asks for. Either may be left out. */
export interface GuideAsk {
  readonly category: string | undefined
  readonly need: string | undefined
}

/**
 * The services that a guide names: in the category and for the need, at most `most`. Services that name the need come
 * before those that name none; among these, those that do this above all and say for which ages come first.
 */
export function guidedServices<E extends { readonly data: Pick<Service, 'categories' | 'whoFor'> }>(
  services: readonly E[],
  { category, need }: GuideAsk,
  most = 6,
): E[] {
  const inCategory = services
    .filter(({ data }) => category === undefined || data.categories.some((id) => id === category))
    .toSorted((a, b) => fitOf(b.data, category) - fitOf(a.data, category))
  if (need === undefined) return inCategory.slice(0, most)
  const naming = inCategory.filter(({ data }) => data.whoFor.needs.some((id) => id === need))
  const forAll = category === undefined ? [] : inCategory.filter(({ data }) => data.whoFor.needs.length === 0)
  return [...naming, ...forAll].slice(0, most)
}

/** 0 to 2: is the category its first one, and does it say for which ages it is? */
function fitOf(
  { categories, whoFor }: Pick<Service, 'categories' | 'whoFor'>,
  category: string | undefined,
): number {
  return Number(categories[0] === category) + Number(whoFor.youngest !== undefined)
}
