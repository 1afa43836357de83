import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DangerFinder } from '#protocol/danger-words.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import type { FoundConversation } from '#protocol/desk-search.ts'
import { ConversationLine } from './ConversationLine.tsx'
import { type DeskFilter, passes } from './desk-filter.ts'
import { foundInWords, type SearchDesk, type SearchView } from './search-desk.ts'

export type FoundConversationsProps = {
  search: SearchDesk
  filter: DeskFilter
  /** the lines as they are now: a found one may have changed since */
  known: readonly DeskConversation[]
  openId: string | null
  /** ms UTC */
  now: number
  onSelect: (conversationId: string) => void
  findDanger: DangerFinder
}

/** What a search found, in place of the lists. */
export function FoundConversations(given: FoundConversationsProps) {
  const view = given.search.view.value
  if (view.is === 'searching') return <p role="status">Searching…</p>
  return view.is === 'found' ? <Found view={view} {...given} /> : null
}

function Found({ view, search, filter, known, ...line }: FoundProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Somebody asked for it: the focus goes to what came.
  useLayoutEffect(() => heading.current?.focus(), [])
  const shown = view.found
    .map((one) => ({
      ...one,
      conversation: known.find(({ id }) => id === one.conversation.id) ?? one.conversation,
    }))
    .filter(({ conversation }) => passes(filter, conversation, line.now))
  return (
    <section class="desk-part" aria-labelledby="desk-found">
      <h2 id="desk-found" ref={heading} tabIndex={-1}>
        Found for “<bdi>{view.words}</bdi>”
      </h2>
      <p>{foundInWords(view, shown)}</p>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => {
          search.clear()
          document.getElementById('desk-search')?.focus()
        }}
      >
        Back to all conversations
      </button>
      <ul class="desk-lines">
        {shown.map(({ conversation, excerpt }) => (
          <ConversationLine
            key={conversation.id}
            conversation={conversation}
            isOpen={conversation.id === line.openId}
            hint=""
            isNext={false}
            excerpt={excerptInWords(excerpt)}
            {...line}
          />
        ))}
      </ul>
    </section>
  )
}

type FoundProps = FoundConversationsProps & { view: Extract<SearchView, { is: 'found' }> }

function excerptInWords(excerpt: FoundConversation['excerpt']): string | undefined {
  if (excerpt === null) return undefined
  return excerpt.where === 'note' ? `In a note: “${excerpt.text}”` : `“${excerpt.text}”`
}
