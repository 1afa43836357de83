import { useState } from 'preact/hooks'
import type { DeskFilter } from './desk-filter.ts'
import type { SearchDesk } from './search-desk.ts'

/** Where one writes what one looks for among all conversations that one may read. */
export function ConversationSearch({ search, filter }: { search: SearchDesk; filter: DeskFilter }) {
  const [words, setWords] = useState('')
  const view = search.view.value
  return (
    <search>
      <form
        class="desk-search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void search.search(words, filter)
        }}
      >
        <label class="govuk-label" for="desk-search">
          Search conversations
        </label>
        <div class="desk-search__row">
          <input
            id="desk-search"
            class="govuk-input"
            type="search"
            autoComplete="off"
            aria-describedby={view.is === 'refused' ? 'desk-search-problem' : undefined}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <button type="submit" class="govuk-button">
            Search
          </button>
        </div>
        {view.is === 'refused' && (
          <p class="govuk-error-message" id="desk-search-problem" role="alert">
            {view.message}
          </p>
        )}
      </form>
    </search>
  )
}
