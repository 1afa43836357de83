import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { messageText } from '#protocol/conversation.ts'
import type { HelpdeskStatus } from '#protocol/visitor.ts'
import { Field } from '../conversation/Field.tsx'
import type { ChatSession } from './chat-session.ts'
import type { Ways } from './OtherWays.tsx'
import { Presence } from './Presence.tsx'
import { ShowEarlier } from './ShowEarlier.tsx'
import { AnswerBy, WhatHelps } from './StartWishes.tsx'
import { problemsInDraft, type StartDraft } from './start-draft.ts'

export type StartFormProps = {
  session: ChatSession
  view: { draft: StartDraft; starting: boolean; problem: string | null; canShowEarlier: boolean }
  status: HelpdeskStatus | null
  ways: Ways
  pageFrom: string | undefined
}

/** Before the first message: whether somebody is there, and the first message. Only the message is needed. */
export function StartForm({ session, view, status, ways, pageFrom }: StartFormProps) {
  const [draft, setDraft] = useState(view.draft)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    if (Object.keys(problems).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])

  const change = (part: Partial<StartDraft>) => {
    const changed = { ...draft, ...part }
    setDraft(changed)
    session.keepDraft(changed)
  }
  const start = (event: Event) => {
    event.preventDefault()
    const found = problemsIn(draft)
    setProblems(found)
    if (Object.keys(found).length === 0) void session.start(draft, pageFrom)
  }
  // Open from the start where a reload found something ticked; afterwards the person opens and closes it.
  const [helpsKnown] = useState(draft.uses.length > 0 || draft.interpreter)
  const somebodyThere = status?.available ?? true
  return (
    <form ref={form} class="chat-start" noValidate onSubmit={start}>
      {status && <Presence status={status} ways={ways} />}
      <h2>{somebodyThere ? 'Start a chat' : 'Write to us here'}</h2>
      <Field id="chat-text" label="Your message" hint="Write as you would talk." problem={problems['text']}>
        {(attributes) => (
          <textarea
            {...attributes}
            class="govuk-textarea"
            rows={4}
            value={draft.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        id="chat-name"
        label="Your name (you can leave this out)"
        hint={nameHint}
        problem={problems['name']}
      >
        {(attributes) => (
          <input
            {...attributes}
            class="govuk-input govuk-input--width-20"
            autoComplete="off"
            value={draft.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        id="chat-about"
        label="What is it about? (you can leave this out)"
        hint="A few words, such as “speech therapy” or “EHC plan”."
        problem={problems['about']}
      >
        {(attributes) => (
          <input
            {...attributes}
            class="govuk-input"
            autoComplete="off"
            value={draft.about}
            onInput={(event) => change({ about: event.currentTarget.value })}
          />
        )}
      </Field>
      <AnswerBy draft={draft} problems={problems} onChange={change} />
      <details class="govuk-details" open={helpsKnown || problems['language'] !== undefined}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            I use Easy Read, a screen reader, BSL, an interpreter…
          </span>
        </summary>
        <div class="govuk-details__text">
          <WhatHelps draft={draft} problems={problems} onChange={change} />
        </div>
      </details>
      {view.canShowEarlier && <ShowEarlier draft={draft} onChange={change} />}
      {view.problem !== null && (
        <div class="notice notice--danger" role="alert">
          <p>{view.problem}</p>
        </div>
      )}
      <button type="submit" class="govuk-button" aria-disabled={view.starting ? 'true' : undefined}>
        {view.starting ? 'Starting…' : somebodyThere ? 'Start chat' : 'Send'}
      </button>
    </form>
  )
}

function problemsIn(draft: StartDraft): Readonly<Record<string, string>> {
  const text = messageText.safeParse(draft.text).error?.issues[0]?.message
  return { ...problemsInDraft(draft), ...(text !== undefined && { text }) }
}

const nameHint = 'Any name you like. The navigator sees it.'
