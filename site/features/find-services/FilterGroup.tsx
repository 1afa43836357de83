import { useState } from 'preact/hooks'
import type { Term } from '#records/pieces.ts'
import type { FilterName } from './filter-groups.ts'

interface GroupProps {
  name: FilterName
  legend: string
  terms: readonly Term[]
  on: readonly string[]
  counts: Readonly<Record<string, number>>
  /** Open from the start, even when nothing in it is on. */
  open: boolean
  onToggle(id: string): void
  keep: KeepProps
}

/**
 * One group of filters, each with how many services it would leave. Terms that would leave none are not offered. What is
 * folded away is not drawn: a search would otherwise wait for a hundred boxes that nobody sees.
 */
export function FilterGroup({ name, legend, terms, on, counts, open, onToggle, keep }: GroupProps) {
  const [isOpen, setOpen] = useState(open || on.length > 0 || keep.left)
  const offered = terms.filter(({ id }) => on.includes(id) || (counts[id] ?? 0) > 0)
  if (offered.length === 0 && !keep.left) return null
  return (
    <details
      class="filters__group"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {legend}
        {on.length > 0 && <span class="filters__on"> {on.length} on</span>}
      </summary>
      {isOpen && (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-visually-hidden">{legend}</legend>
          {offered.map(({ id, label }) => (
            <FilterBox
              key={id}
              id={`filter-${name}-${id}`}
              label={label}
              count={counts[id] ?? 0}
              checked={on.includes(id)}
              onToggle={() => onToggle(id)}
            />
          ))}
          <KeepUnsaid name={name} {...keep} />
        </fieldset>
      )}
    </details>
  )
}

export interface KeepProps {
  /** How many services do not say. */
  readonly count: number
  /** They are left out. */
  readonly left: boolean
  onToggle(): void
}

/** Whether services stay that do not say something. They do unless people leave them out. */
export function KeepUnsaid({ name, count, left, onToggle }: KeepProps & { name: FilterName }) {
  if (count === 0 && !left) return null
  return (
    <div class="filters__keep">
      <FilterBox
        id={`filter-${name}-unsaid`}
        label="Keep those that do not say"
        count={count}
        checked={!left}
        onToggle={onToggle}
      />
    </div>
  )
}

interface BoxProps {
  id: string
  label: string
  count: number
  checked: boolean
  onToggle(): void
}

function FilterBox({ id, label, count, checked, onToggle }: BoxProps) {
  return (
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" type="checkbox" id={id} checked={checked} onChange={onToggle} />
      <label class="govuk-checkboxes__label" for={id}>
        {label} <span class="filters__count">{count.toLocaleString('en-GB')}</span>
      </label>
    </div>
  )
}
