import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { type ConversationTag, conversationTags, tagLabel } from '#records/conversation-tags.ts'
import type { DeskTools } from './desk-tools.ts'

const groups = ['Topics', 'Needs', 'Services'] as const

/** What the conversation is about. Each tick is stored at once. */
export function TagPicker({ tools, conversation }: TagPickerProps) {
  const { id, tags } = conversation
  const [search, setSearch] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const set = async (tag: string, isOn: boolean) => setProblem(await tools.setTag(id, tag, isOn))
  const wanted = search.trim().toLowerCase()
  const found = conversationTags.filter(({ label }) => label.toLowerCase().includes(wanted))
  return (
    <section class="desk-tags" aria-labelledby="desk-tags-heading">
      <h3 id="desk-tags-heading">Tags</h3>
      {tags.length === 0 ? (
        <p class="note">No tags yet. Tags say what it is about, for the lists and reports.</p>
      ) : (
        <ul class="desk-tags__chosen">
          {tags.map((tag) => (
            <li key={tag}>
              <span>{tagLabel(tag)}</span>
              <button
                type="button"
                class="desk-tags__remove"
                aria-label={`Remove the tag ${tagLabel(tag)}`}
                onClick={async () => {
                  await set(tag, false)
                  document.getElementById('desk-tags-choose')?.focus()
                }}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <details class="desk-fold">
        <summary id="desk-tags-choose">Choose tags</summary>
        <label class="govuk-label" for="desk-tags-search">
          Find a tag
        </label>
        <input
          id="desk-tags-search"
          class="govuk-input"
          type="search"
          autoComplete="off"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        {found.length === 0 && <p role="status">No tag has these letters. Try fewer.</p>}
        {groups.map((group) => (
          <Group
            key={group}
            group={group}
            found={found.filter((tag) => tag.group === group)}
            tags={tags}
            onSet={(tag, isOn) => void set(tag, isOn)}
          />
        ))}
      </details>
    </section>
  )
}

function Group({ group, found, tags, onSet }: GroupProps) {
  if (found.length === 0) return null
  return (
    <fieldset class="govuk-fieldset desk-tags__group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{group}</legend>
      {found.map(({ id, label }) => (
        <label key={id} class="desk-tick">
          <input
            type="checkbox"
            checked={tags.includes(id)}
            onChange={(event) => onSet(id, event.currentTarget.checked)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

type GroupProps = {
  group: (typeof groups)[number]
  found: readonly ConversationTag[]
  tags: readonly string[]
  onSet: (tag: string, isOn: boolean) => void
}
export type TagPickerProps = { tools: DeskTools; conversation: DeskConversation }
