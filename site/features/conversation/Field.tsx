import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'

/** What a control of a field must carry, so that label, hint and problem belong to it. */
export type FieldAttributes = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

type FieldProps = {
  /** made up unless something else must find the field */
  id?: string
  label: string
  hint?: string | undefined
  problem?: string | undefined
  children: (attributes: FieldAttributes) => JSX.Element
}

/** A field with its label, hint and what is wrong with it. */
export function Field({ id: given, label, hint, problem, children }: FieldProps) {
  const ownId = useId()
  const id = given ?? ownId
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div class={problem ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      {hint && (
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Problem id={`${id}-problem`}>{problem}</Problem>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem ? 'true' : undefined,
      })}
    </div>
  )
}

/** What is wrong, to be read with its field. Nothing when nothing is. */
export function Problem({ id, children }: { id: string; children: ComponentChildren }) {
  if (!children) return null
  return (
    <p class="govuk-error-message" id={id}>
      <span class="govuk-visually-hidden">Error: </span>
      {children}
    </p>
  )
}
