import { useEffect, useState } from 'preact/hooks'
import { capacityRange, type DeskAnswer } from '#protocol/desk.ts'
import { listOf } from './desk-offers.ts'
import type { DeskSession } from './desk-session.ts'

const numbers = Array.from(
  { length: capacityRange.most - capacityRange.least + 1 },
  (_, index) => capacityRange.least + index,
)

/** How this navigator works: how many chats at once, and what they help with. Only hints come of it. */
export function MyWork({ session, me }: { session: DeskSession; me: DeskAnswer<'desk:sync'>['me'] }) {
  const [capacity, setCapacity] = useState(me.capacity)
  const [helpsWith, setHelpsWith] = useState(me.helpsWith.join(', '))
  const [saved, setSaved] = useState(false)
  const stored = me.helpsWith.join(', ')
  useEffect(() => setCapacity(me.capacity), [me.capacity])
  useEffect(() => setHelpsWith(stored), [stored])

  const save = async () => {
    setSaved(false)
    setSaved(await session.setWork({ capacity, helpsWith: listOf(helpsWith) }))
  }
  return (
    <details class="desk-work">
      <summary>How you work</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div class="govuk-form-group">
          <label class="govuk-label" for="work-capacity">
            Chats at once
          </label>
          <p class="govuk-hint" id="work-capacity-hint">
            When you have this many, families no longer see you as available. You can still take more.
          </p>
          <select
            id="work-capacity"
            class="govuk-select"
            aria-describedby="work-capacity-hint"
            onChange={(event) => setCapacity(Number(event.currentTarget.value))}
          >
            {numbers.map((number) => (
              <option key={number} value={number} selected={number === capacity}>
                {number}
              </option>
            ))}
          </select>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="work-helps-with">
            What you help with
          </label>
          <p class="govuk-hint" id="work-helps-with-hint">
            Languages and subjects, with commas between: Urdu, BSL, EHC plan. Chats that need one are marked
            for you.
          </p>
          <input
            id="work-helps-with"
            class="govuk-input"
            type="text"
            autoComplete="off"
            aria-describedby="work-helps-with-hint"
            value={helpsWith}
            onInput={(event) => setHelpsWith(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="govuk-button govuk-button--secondary">
          Save
        </button>
        <p role="status">{saved ? 'Saved.' : ''}</p>
      </form>
    </details>
  )
}
