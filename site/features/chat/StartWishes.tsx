import { type AnswerWay, helpfulThings } from '#protocol/wishes.ts'
import { EmailField } from '../conversation/EmailField.tsx'
import { Field } from '../conversation/Field.tsx'
import { Choices } from './Choices.tsx'
import type { StartDraft } from './start-draft.ts'

type WishesProps = {
  draft: StartDraft
  problems: Readonly<Record<string, string>>
  onChange: (part: Partial<StartDraft>) => void
}

/** How the visitor likes to be answered. An address or a number is asked only where it is needed. */
export function AnswerBy({ draft, problems, onChange }: WishesProps) {
  const email = (
    <EmailField
      id="chat-email"
      label="Your email address"
      hint={emailHint}
      problem={problems['email']}
      value={draft.email}
      onType={(typed) => onChange({ email: typed })}
    />
  )
  const telephone = (
    <Field
      id="chat-telephone"
      label="Your telephone number"
      hint={telephoneHint}
      problem={problems['telephone']}
    >
      {(attributes) => (
        <input
          {...attributes}
          class="govuk-input govuk-input--width-20"
          type="tel"
          autoComplete="tel"
          value={draft.telephone}
          onInput={(event) => onChange({ telephone: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  const options: { value: AnswerWay; label: string; more?: preact.JSX.Element }[] = [
    { value: 'here', label: 'Here, on this page' },
    { value: 'email', label: 'By email', more: email },
    { value: 'telephone', label: 'By telephone', more: telephone },
  ]
  return (
    <Choices
      id="chat-answer-by"
      question="How shall we answer?"
      kind="radio"
      options={options}
      chosen={[draft.answerBy]}
      onChoose={(answerBy) => onChange({ answerBy })}
    />
  )
}

/** What helps the visitor to talk with us. */
export function WhatHelps({ draft, problems, onChange }: WishesProps) {
  const language = (
    <Field id="chat-language" label="Which language?" problem={problems['language']}>
      {(attributes) => (
        <input
          {...attributes}
          class="govuk-input govuk-input--width-20"
          autoComplete="off"
          value={draft.language}
          onInput={(event) => onChange({ language: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  const { easyRead, shortSentences, symbols, screenReader, bsl } = helpfulThings
  const options = [
    { value: easyRead, label: 'Easy Read' },
    { value: shortSentences, label: 'Short sentences and larger text' },
    { value: symbols, label: 'Symbols to answer with' },
    { value: screenReader, label: 'A screen reader' },
    { value: bsl, label: 'British Sign Language (BSL)' },
    { value: interpreter, label: 'An interpreter', more: language },
  ]
  const chosen = [...draft.uses, ...(draft.interpreter ? [interpreter] : [])]
  return (
    <Choices
      id="chat-uses"
      question="I use…"
      hint="The navigator sees this and writes in the way that suits you."
      kind="checkbox"
      options={options}
      chosen={chosen}
      onChoose={(use, isChosen) => {
        if (use === interpreter) return onChange({ interpreter: isChosen })
        const others = draft.uses.filter((each) => each !== use)
        onChange({ uses: isChosen ? [...others, use] : others })
      }}
    />
  )
}

const interpreter: string = 'interpreter'
const emailHint = 'We email you a private link when there is an answer. You can stay here and wait too.'
const telephoneHint = 'A navigator rings you. Until then you can write here too.'
