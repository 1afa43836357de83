import type { ComponentChildren } from 'preact'
import { type Channel, channelNames, channels } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { countOn, type DeskFilter, filterChoices, noFilter } from './desk-filter.ts'

export type ListFiltersProps = {
  filter: DeskFilter
  conversations: readonly DeskConversation[]
  onChange: (filter: DeskFilter) => void
}

/** What of the lists, and of a search, is shown. It takes effect at once. */
export function ListFilters({ filter, conversations, onChange }: ListFiltersProps) {
  const on = countOn(filter)
  const { navigators, tags } = filterChoices(conversations)
  const byChannel = channels.map((value) => ({ value, label: channelNames[value] }))
  return (
    <details class="desk-filters">
      <summary>{on === 0 ? 'Filter' : `Filter: ${on} on`}</summary>
      <Choice
        id="filter-channel"
        label="How it came"
        choices={byChannel}
        value={filter.channel}
        onChoose={(channel) => onChange({ ...filter, channel: isChannel(channel) ? channel : null })}
      />
      <Choice
        id="filter-navigator"
        label="Navigator"
        choices={navigators}
        value={filter.navigatorId}
        onChoose={(navigatorId) => onChange({ ...filter, navigatorId })}
      />
      <Choice
        id="filter-tag"
        label="Tag"
        choices={tags}
        value={filter.tag}
        onChoose={(tag) => onChange({ ...filter, tag })}
      />
      <div class="govuk-checkboxes">
        <Tick id="filter-late" on={filter.lateOnly} onTurn={(lateOnly) => onChange({ ...filter, lateOnly })}>
          Late only
        </Tick>
        <Tick id="filter-held" on={filter.heldOnly} onTurn={(heldOnly) => onChange({ ...filter, heldOnly })}>
          Held because of a concern
        </Tick>
      </div>
      {on > 0 && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={(event) => {
            event.currentTarget.closest('details')?.querySelector('summary')?.focus()
            onChange(noFilter)
          }}
        >
          Show everything
        </button>
      )}
    </details>
  )
}

function isChannel(value: string | null): value is Channel {
  return channels.some((channel) => channel === value)
}

function Choice({ id, label, choices, value, onChoose }: ChoiceProps) {
  // What was chosen stays in the list when nothing of it is there any more.
  const gone = value !== null && !choices.some((choice) => choice.value === value)
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="govuk-select"
        value={value ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">All</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {gone && <option value={value}>{value}</option>}
      </select>
    </div>
  )
}

/** A choice that is on or off. */
export function Tick({ id, on, onTurn, children }: TickProps) {
  return (
    <div class="govuk-checkboxes__item">
      <input
        id={id}
        class="govuk-checkboxes__input"
        type="checkbox"
        checked={on}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {children}
      </label>
    </div>
  )
}

type ChoiceProps = {
  id: string
  label: string
  choices: readonly { value: string; label: string }[]
  value: string | null
  onChoose: (value: string | null) => void
}
type TickProps = { id: string; on: boolean; onTurn: (on: boolean) => void; children: ComponentChildren }
