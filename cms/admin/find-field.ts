/**
 * Finds a field of the form, `gettingIt.whoDecides` or `when.times.0.opens`. Decap gives the control of each field an id that
 * begins with its name; in rows of ours it ends in it. Gives the innermost part on the way that the form shows.
 *
 * @param onTheWay is told of each part, the outermost first
 */
export function fieldInForm(field: string, onTheWay: (part: Element) => void = () => {}): Element | null {
  let place: Element | null = null
  for (const name of field.split('.')) {
    const inner: Element | undefined = partOf(place ?? document.body, name)
    if (!inner) break
    place = inner
    onTheWay(place)
  }
  return place
}

/** The field that a part of the form belongs to, with its label and its hint. */
export function fieldAround(part: Element): Element | null {
  return part.closest(oneField)
}

function partOf(place: Element, name: string): Element | undefined {
  if (/^\d+$/.test(name)) return itemsIn(place)[Number(name)]
  const own = CSS.escape(name)
  const inRow = place.matches('[data-row]') ? place.querySelector(`[id$="-${own}"]`) : null
  if (inRow) return inRow
  const control = outermost(place.querySelectorAll(`[id^="${own}-field-"]`))
  // A box for longer text is known by its label alone.
  const label = outermost(place.querySelectorAll(`label[for^="${own}-field-"]`))
  const isFurther = control !== undefined && label !== undefined && depthOf(control) > depthOf(label)
  return control && !isFurther ? control : (label?.closest(oneField) ?? undefined)
}

/** The rows or items of a list, without those of lists inside. */
function itemsIn(list: Element): Element[] {
  const rows = list.querySelectorAll('[data-row]')
  const bars = list.querySelectorAll('[class*="-StyledListItemTopBar"]')
  const items = rows.length > 0 ? [...rows] : [...bars].flatMap(({ parentElement }) => parentElement ?? [])
  return items.filter((item) => !items.some((other) => other !== item && other.contains(item)))
}

/** The place of the item that a part of the form is in, from 0, in the list around it; undefined outside of lists. */
export function placeInList(part: Element | null): number | undefined {
  const item = part?.closest(':has(> [class*="-StyledListItemTopBar"])')
  const list = item?.parentElement?.closest(oneField)
  return item && list ? itemsIn(list).indexOf(item) : undefined
}

/** A field inside may have the same name. */
function outermost(found: Iterable<Element>): Element | undefined {
  return [...found].sort((one, other) => depthOf(one) - depthOf(other))[0]
}

function depthOf(part: Element): number {
  let depth = 0
  for (let around = part.closest(oneField); around; around = around.parentElement?.closest(oneField) ?? null)
    depth += 1
  return depth
}

const oneField = '[class*="-ControlContainer"]'
