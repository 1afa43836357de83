import { type ComponentChildren, toChildArray } from 'preact'
import { useId, useState } from 'preact/hooks'

/** What is seldom done with a conversation: behind one button, in a row of its own. Nothing when there is nothing. */
export function MoreActions({ children }: { children: ComponentChildren }) {
  const [isOpen, setIsOpen] = useState(false)
  const rowId = useId()
  if (toChildArray(children).length === 0) return null
  return (
    <>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        aria-expanded={isOpen ? 'true' : 'false'}
        aria-controls={isOpen ? rowId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        More
      </button>
      {isOpen && (
        <div class="desk-more" id={rowId}>
          {children}
        </div>
      )}
    </>
  )
}
