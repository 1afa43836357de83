import { useEffect, useRef, useState } from 'preact/hooks'
import { messageText } from '#protocol/conversation.ts'
import { startConversationSchema } from '#protocol/http.ts'
import type { HelpdeskStatus } from '#protocol/visitor.ts'
import type { ChatSession } from './chat-session.ts'
import { OtherWays, type Ways } from './OtherWays.tsx'
import type { StartDraft } from './start-draft.ts'

type Problems = { name?: string | undefined; about?: string | undefined; text?: string | undefined }

export type StartFormProps = {
  session: ChatSession
  view: { draft: StartDraft; starting: boolean; problem: string | null }
  status: HelpdeskStatus | null
  ways: Ways
  pageFrom: string | undefined
}

/** Before the first message: whether somebody is there, and the first message. Only the message is needed. */
export function StartForm({ session, view, status, ways, pageFrom }: StartFormProps) {
  const [draft, setDraft] = useState(view.draft)
  const [problems, setProblems] = useState<Problems>({})
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.values(problems).some(Boolean))
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
    if (!Object.values(found).some(Boolean)) void session.start(draft, pageFrom)
  }
  const somebodyThere = status?.available ?? true
  return (
    <form ref={form} class="chat-start" noValidate onSubmit={start}>
      {status && <Presence status={status} ways={ways} />}
      <h2>{somebodyThere ? 'Start a chat' : 'Write to us here'}</h2>
      <Field
        id="chat-name"
        label="Your name (you can leave this out)"
        hint="Any name you like. The navigator sees it."
        problem={problems.name}
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
        problem={problems.about}
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
      <Field id="chat-text" label="Your message" hint="Write as you would talk." problem={problems.text}>
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

/** Whether anybody reads now: only what is true. */
function Presence({ status, ways }: { status: HelpdeskStatus; ways: Ways }) {
  if (status.available)
    return (
      <p class="chat-presence chat-presence--here" data-presence="here">
        {status.sentence}
      </p>
    )
  return (
    <div class="notice" data-presence={status.open ? 'nobody-free' : 'closed'}>
      <p class="notice__title">{status.sentence}</p>
      <p>
        {status.open
          ? 'You can also reach us another way.'
          : 'You can write here now and read the answer here later, on this device. Or reach us another way.'}
      </p>
      <OtherWays ways={ways} />
    </div>
  )
}

function Field({ id, label, hint, problem, children }: FieldProps) {
  return (
    <div class={problem ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      <p class="govuk-hint" id={`${id}-hint`}>
        {hint}
      </p>
      {problem && (
        <p class="govuk-error-message" id={`${id}-problem`}>
          <span class="govuk-visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      {children({
        id,
        'aria-describedby': problem ? `${id}-hint ${id}-problem` : `${id}-hint`,
        'aria-invalid': problem ? 'true' : undefined,
      })}
    </div>
  )
}

function problemsIn(draft: StartDraft): Problems {
  const first = (result: { error?: { issues: { message: string }[] } | undefined }) =>
    result.error?.issues[0]?.message
  const { name, about } = startConversationSchema.shape
  return {
    name: first(name.safeParse(draft.name.trim() || undefined)),
    about: first(about.safeParse(draft.about.trim() || undefined)),
    text: first(messageText.safeParse(draft.text)),
  }
}

type FieldProps = {
  id: string
  label: string
  hint: string
  problem: string | undefined
  children: (attributes: {
    id: string
    'aria-describedby': string
    'aria-invalid': 'true' | undefined
  }) => preact.JSX.Element
}
