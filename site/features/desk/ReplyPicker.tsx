import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { SavedReplyAnswer } from '#protocol/saved-replies.ts'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { type FittingReply, fittingReplies, type ReplyChoice } from './reply-choices.ts'
import type { ReplyDesk } from './reply-desk.ts'

export type ReplyPickerProps = {
  replies: ReplyDesk
  /** what the desk itself knows for the placeholders */
  known: { name: string | null; myName: string; reference: string }
  /** whoever reads it told us that they use Easy Read or plain words */
  easyFirst: boolean
  onPutIn: (words: string) => void
  /** `typed` is what stands in the search then */
  onClose: (typed: string) => void
}

/**
 * Looks through saved replies as one types. The arrow keys choose, Enter puts the words into the box, Escape goes back.
 * Nothing is sent.
 */
export function ReplyPicker({ replies, known, easyFirst, onPutIn, onClose }: ReplyPickerProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [answer, setAnswer] = useState<SavedReplyAnswer | string | null>(null)
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  // Whoever is quicker than the list gets what they pressed Enter for when it is there.
  const [wantsFirst, setWantsFirst] = useState(false)
  useLayoutEffect(() => field.current?.focus(), [])
  useEffect(() => {
    void replies.list().then(setAnswer)
  }, [replies])

  const found = typeof answer === 'string' || answer === null ? [] : fitting(answer)
  const flat = found.flatMap(({ choices }) => choices)
  const chosen = flat[active]
  function fitting({ replies: all, ...facts }: SavedReplyAnswer): FittingReply[] {
    const values = {
      ...{ name: known.name, 'my name': known.myName, reference: known.reference },
      ...{ council: facts.council, telephone: facts.telephone },
      ...{ 'closing time': facts.closingTime, 'answer day': facts.answerDay },
    }
    return fittingReplies(all, words, { values, easyFirst })
  }
  useEffect(() => {
    if (!wantsFirst || answer === null) return
    setWantsFirst(false)
    if (chosen) onPutIn(chosen.text)
  })
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined && flat.length > 0) setActive((active + step + flat.length) % flat.length)
    else if (event.key === 'Escape') onClose(words)
    else if (event.key === 'Enter' && !event.isComposing) {
      if (chosen) onPutIn(chosen.text)
      else setWantsFirst(answer === null)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const optionId = (choice: ReplyChoice | undefined) =>
    choice ? `${id}-option-${flat.indexOf(choice)}` : undefined
  return (
    <div class="reply-picker" id="saved-replies">
      <label class="govuk-label" for={`${id}-words`}>
        Search saved replies
      </label>
      <p class="govuk-hint" id={`${id}-hint`}>
        Arrow keys choose, Enter puts it into your reply. You can change it before you send it.
      </p>
      <input
        ref={field}
        class="govuk-input"
        id={`${id}-words`}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={flat.length > 0 ? 'true' : 'false'}
        aria-controls={`${id}-list`}
        aria-activedescendant={optionId(chosen)}
        aria-describedby={`${id}-hint`}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value)
          setActive(0)
          setWantsFirst(false)
        }}
        onKeyDown={press}
      />
      {typeof answer === 'string' ? (
        <p role="alert">{answer}</p>
      ) : (
        <StatusLine
          class="note"
          text={answer === null ? 'Fetching the replies…' : foundInWords(found.length)}
        />
      )}
      <div ref={list} class="reply-picker__list" id={`${id}-list`} role="listbox" aria-label="Saved replies">
        {found.map(({ reply, choices }) => (
          <fieldset key={reply.id} class="reply-picker__group">
            <legend class="reply-picker__title">
              {reply.title}
              {!reply.team && <span class="note"> (your own)</span>}
            </legend>
            {choices.map((choice) => (
              <Option
                key={choice.version}
                choice={choice}
                id={optionId(choice)}
                isActive={choice === chosen}
                onChoose={() => onPutIn(choice.text)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <p class="reply-picker__foot">
        <a href="/desk/replies/" target="_blank" rel="noopener">
          Change saved replies<span class="govuk-visually-hidden"> (opens in a new tab)</span>
        </a>
        <button type="button" class="link-button" onClick={() => onClose(words)}>
          Close<span class="govuk-visually-hidden"> the saved replies</span>
        </button>
      </p>
    </div>
  )
}

/** One version of a reply in the list. The keys act on the search field, so it takes no focus of its own. */
function Option({ choice, id, isActive, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      class="reply-picker__option"
      aria-selected={isActive ? 'true' : 'false'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChoose()
      }}
    >
      <span class="note">{choice.version === 'easy' ? 'Easy Read' : 'Full'}</span>
      <span class="reply-picker__text">{choice.text}</span>
    </div>
  )
}

type OptionProps = {
  choice: ReplyChoice
  id: string | undefined
  isActive: boolean
  onChoose: () => void
}

function foundInWords(count: number): string {
  return count === 0
    ? 'No saved reply has these words.'
    : `${count} ${count === 1 ? 'reply' : 'replies'} found.`
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
