import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { type ConversationTag, conversationTags, tagLabel } from '#records/conversation-tags.ts'
import { rememberFocus } from '../conversation/focus-later.ts'
import type { DeskTools } from './desk-tools.ts'

const groups = ['Topics', 'Needs', 'Services'] as const

/** What the conversation is about. Each tick is stored at once. */
export function TagPicker({ tools, conversation }: TagPickerProps) {
  const { id, tags } = conversation
  const [search, setSearch] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  /** ticks whose answer is on its way: other news must not take them back on the screen */
  const [asked, setAsked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const set = async (tag: string, isOn: boolean) => {
    setAsked((before) => new Map([...before, [tag, isOn]]))
    setProblem(await tools.setTag(id, tag, isOn))
    setAsked((before) => new Map([...before].filter(([other, on]) => other !== tag || on !== isOn)))
  }
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
                  const goOn = rememberFocus()
                  await set(tag, false)
                  goOn(() => document.getElementById('desk-tags-choose'))
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
            isTicked={(tag) => asked.get(tag) ?? tags.includes(tag)}
            onSet={(tag, isOn) => void set(tag, isOn)}
          />
        ))}
      </details>
    </section>
  )
}

function Group({ group, found, isTicked, onSet }: GroupProps) {
  if (found.length === 0) return null
  return (
    <fieldset class="govuk-fieldset desk-tags__group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{group}</legend>
      {found.map(({ id, label }) => (
        <label key={id} class="desk-tick">
          <input
            type="checkbox"
            checked={isTicked(id)}
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
  isTicked: (tag: string) => boolean
  onSet: (tag: string, isOn: boolean) => void
}
export type TagPickerProps = { tools: DeskTools; conversation: DeskConversation }
