import { readPostcode } from '#records/typed-postcode.ts'
import { FilterGroup, KeepUnsaid } from './FilterGroup.tsx'
import { type FilterName, filterGroups, mileSteps, termsOf } from './filter-groups.ts'
import { OrderChoice } from './OrderChoice.tsx'
import type { Found } from './search-index.ts'
import { readAges, readMiles, type SearchQuery, toggled, toggledStated, without } from './search-query.ts'
import { TypedFilter } from './TypedFilter.tsx'

interface Props {
  query: SearchQuery
  /** What `found` answers, while a newer query is looked for. */
  asked: SearchQuery | undefined
  found: Found | undefined
  towns: readonly string[]
  /** The area has a list of postcodes, so distances can be measured. */
  measures: boolean
  onChange(query: SearchQuery): void
}

/** The order of the results, and everything a search can be narrowed by. */
export function FilterPanel({ query, asked, found, towns, measures, onChange }: Props) {
  const keep = (name: FilterName) => ({
    count: found?.counts.unsaid[name] ?? 0,
    left: query.stated.includes(name),
    onToggle: () => onChange(toggledStated(query, name)),
  })
  return (
    <>
      {found && asked && <OrderChoice query={asked} found={found} onChange={onChange} />}
      <TypedFilter
        id="filter-age"
        label="Age"
        hint="In years, such as 7, or 5 to 10."
        value={agesTyped(query.ages)}
        width="5"
        onType={(typed) => {
          const ages = typed.trim() === '' ? undefined : readAges(typed)
          if (typeof ages === 'string') return ages
          if (agesTyped(ages) !== agesTyped(query.ages)) onChange({ ...query, ages })
          return undefined
        }}
      />
      {query.ages !== undefined && <KeepUnsaid name="age" {...keep('age')} />}
      {measures && <PlaceFilter query={query} found={found} onChange={onChange} />}
      {query.miles !== undefined && <KeepUnsaid name="distance" {...keep('distance')} />}
      {filterGroups.map(({ name, legend }) => (
        <FilterGroup
          key={name}
          name={name}
          legend={legend}
          terms={termsOf(name, towns)}
          on={query.chosen[name] ?? []}
          counts={found?.counts.terms[name] ?? {}}
          open={name === 'category'}
          onToggle={(id) => onChange(toggled(query, name, id))}
          keep={keep(name)}
        />
      ))}
    </>
  )
}

function PlaceFilter({ query, found, onChange }: Pick<Props, 'query' | 'found' | 'onChange'>) {
  const near = (postcode: string | undefined) =>
    onChange({ ...(postcode === undefined ? without(query, 'distance') : query), near: postcode })
  return (
    <>
      <TypedFilter
        id="filter-near"
        label="Postcode"
        hint="We measure on your device. Only the first half, such as M33, is sent."
        value={query.near ?? ''}
        width="10"
        autocomplete="postal-code"
        problem={
          found?.placeUnknown === true && query.near !== undefined
            ? `We could not find ${query.near} in this area. Check it, or leave it out to see everything.`
            : undefined
        }
        onType={(typed) => {
          const postcode = readPostcode(typed)
          if (typed.trim() !== '' && postcode === undefined)
            return 'That is not a whole postcode. Write it like M33 2UG, or leave it out to see everything.'
          if (postcode !== query.near) near(postcode)
          return undefined
        }}
      />
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="filter-within">
          How far
        </label>
        <select
          class="govuk-select govuk-input--width-10"
          id="filter-within"
          value={query.miles === undefined ? '' : String(query.miles)}
          disabled={query.near === undefined}
          onChange={(event) => onChange({ ...query, miles: readMiles(event.currentTarget.value) })}
        >
          <option value="">Any distance</option>
          {mileSteps.map((step) => (
            <option key={step} value={String(step)}>
              Within {step} {step === 1 ? 'mile' : 'miles'}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

function agesTyped(ages: SearchQuery['ages']): string {
  return ages === undefined ? '' : ages[0] === ages[1] ? String(ages[0]) : `${ages[0]} to ${ages[1]}`
}
