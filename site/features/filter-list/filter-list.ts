/** Narrowing a list on a page: each item says what it is, a person chooses, the rest is put aside. Pure. */

/** A question that narrows a list: its name in the address, and its answers. */
export interface ListFilter {
  /** Name of the parameter, and of the item's `data-` attribute. */
  readonly name: string
  readonly label: string
  readonly options: readonly FilterOption[]
}

/** One answer, with how many items it keeps and a page of its own for those without JavaScript. */
export interface FilterOption {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly href: string
}

/** What a person chose, by the name of the filter. */
export type Chosen = ReadonlyMap<string, string>

/** What an item says of itself, by the name of the filter; an item may have several answers. */
export type Traits = Readonly<Record<string, readonly string[]>>

/**
 * A filter with the answers that items have, in the order of `terms`; those that no item has are left out.
 *
 * @param filter.base the folder of the pages for those without JavaScript, `/plan/2017/state/`
 */
export function filterOf(
  filter: { readonly name: string; readonly label: string; readonly base: string },
  terms: readonly { readonly id: string; readonly label: string }[],
  items: readonly Traits[],
): ListFilter {
  const { name, label, base } = filter
  const options = terms.flatMap(({ id, label }) => {
    const count = items.filter((item) => item[name]?.includes(id)).length
    return count === 0 ? [] : [{ id, label, count, href: `${base}${id}/` }]
  })
  return { name, label, options }
}

/** The choices in an address (`?topic=health`). What no filter knows is passed over. */
export function chosenFrom(search: string, filters: readonly Pick<ListFilter, 'name' | 'options'>[]): Chosen {
  const params = new URLSearchParams(search)
  return new Map(
    filters.flatMap(({ name, options }) => {
      const value = params.get(name)
      return value !== null && options.some(({ id }) => id === value) ? [[name, value] as const] : []
    }),
  )
}

/** The address of what was chosen, from its `?` on; nothing where nothing was. */
export function searchOf(chosen: Chosen): string {
  return chosen.size === 0 ? '' : `?${new URLSearchParams([...chosen])}`
}

/** Whether an item is among what was chosen: it has every answer. */
export function isChosen(traits: Traits, chosen: Chosen): boolean {
  return [...chosen].every(([name, value]) => traits[name]?.includes(value) === true)
}

/** `All 26 comments`, `3 of 26 comments`, `No comment is like that`. */
export function countInWords(shown: number, all: number, [one, many]: readonly [string, string]): string {
  if (shown === 0) return `No ${one} is like that. Choose fewer answers.`
  return shown === all ? `All ${all} ${all === 1 ? one : many}` : `${shown} of ${all} ${many}`
}
