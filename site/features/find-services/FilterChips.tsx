import { useLayoutEffect, useRef } from 'preact/hooks'
import { chipsOf, type FilterChip } from './results-in-words.ts'
import { type SearchQuery, toggled, toggledStated, without, withoutFilters } from './search-query.ts'

interface Props {
  query: SearchQuery
  towns: readonly string[]
  onChange(query: SearchQuery): void
  /** The last one was taken off, and its button with it: where the keyboard goes on. */
  onNoneLeft(): void
}

/**
 * What is on, each with a button that takes it off; where there are several, one that takes off all. After one is taken
 * off, the keyboard stands on the one that took its place.
 */
export function FilterChips({ query, towns, onChange, onNoneLeft }: Props) {
  const chips = chipsOf(query, towns)
  const list = useRef<HTMLUListElement>(null)
  const takenOff = useRef<number | undefined>(undefined)
  useLayoutEffect(() => {
    const place = takenOff.current
    if (place === undefined) return
    takenOff.current = undefined
    const buttons = list.current?.querySelectorAll('button')
    if (buttons === undefined) onNoneLeft()
    else buttons[Math.min(place, chips.length - 1)]?.focus()
  })
  const takeOff = (place: number, next: SearchQuery) => {
    takenOff.current = place
    onChange(next)
  }
  if (chips.length === 0) return null
  return (
    <ul class="chips" ref={list} aria-label="Filters that are on">
      {chips.map((chip, place) => (
        <li key={`${chip.filter} ${chip.term}`}>
          <button class="chip" type="button" onClick={() => takeOff(place, withoutChip(query, chip))}>
            <span class="govuk-visually-hidden">Remove filter: </span>
            {chip.label} <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button class="chip chip--all" type="button" onClick={() => takeOff(0, withoutFilters(query))}>
            Clear all
          </button>
        </li>
      )}
    </ul>
  )
}

function withoutChip(query: SearchQuery, { filter, term }: FilterChip): SearchQuery {
  if (filter === 'near') return { ...query, near: undefined }
  if (term === 'stated') return toggledStated(query, filter)
  return term === undefined || filter === 'age' || filter === 'distance'
    ? without(query, filter)
    : toggled(query, filter, term)
}
