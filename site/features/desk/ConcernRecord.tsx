import type { ComponentChildren } from 'preact'
import { type Concern, toldWhoms } from '#protocol/concerns.ts'
import { Field } from '../conversation/Field.tsx'
import { ConcernForm } from './ConcernForm.tsx'
import type { ConcernDesk } from './concern-desk.ts'
import { tellFirst, toldChoices } from './concern-words.ts'

type RecordProps = { concerns: ConcernDesk; concern: Concern; isLead: boolean; now: number }

/** What can be added to the record of a concern, each part folded until it is needed. */
export function ConcernRecord({ concerns, concern, isLead, now }: RecordProps) {
  const { id: concernId, closedAt } = concern
  const isOpen = closedAt === null
  return (
    <>
      <Fold title="Note who was told">
        <ConcernForm
          button="Save who was told"
          onSend={(fields, clientToldId) => {
            const note = textOf(fields, 'note')
            return concerns.tell({
              ...{ concernId, clientToldId },
              whom: toldWhoms.find((whom) => whom === fields.get('whom')) ?? 'other',
              toldAt: Math.min(now, Date.parse(textOf(fields, 'toldAt')) || now),
              ...(note === '' ? {} : { note }),
            })
          }}
        >
          <Field label="Who was told?">
            {(attributes) => (
              <select {...attributes} class="govuk-select" name="whom" defaultValue={tellFirst(concern)}>
                {Object.entries(toldChoices).map(([value, label]) => (
                  <option key={value} value={value} selected={value === tellFirst(concern)}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="When?" hint="If you leave this empty, the time now is written down.">
            {(attributes) => (
              <input {...attributes} class="govuk-input" type="datetime-local" name="toldAt" />
            )}
          </Field>
          <Field label="Note (you can leave this out)">
            {(attributes) => (
              <textarea {...attributes} class="govuk-textarea" rows={2} maxLength={4000} name="note" />
            )}
          </Field>
        </ConcernForm>
      </Fold>
      {isLead && isOpen && (
        <Fold title="Outcome and review">
          <ConcernForm
            button="Save outcome and review"
            onSend={(fields) =>
              concerns.review({
                concernId,
                outcome: textOf(fields, 'outcome') || concern.outcome,
                reviewOn: textOf(fields, 'reviewOn') || concern.reviewOn,
              })
            }
          >
            <Field label="What came of it so far?">
              {(attributes) => (
                <textarea {...attributes} class="govuk-textarea" rows={2} maxLength={4000} name="outcome" />
              )}
            </Field>
            <Field label="When do you look at it again?">
              {(attributes) => <input {...attributes} class="govuk-input" type="date" name="reviewOn" />}
            </Field>
          </ConcernForm>
        </Fold>
      )}
      {isLead && isOpen && (
        <Fold title="Close this concern">
          <ConcernForm
            button="Close it"
            onSend={(fields) =>
              concerns.close({
                concernId,
                reason: textOf(fields, 'reason'),
                release: fields.get('release') !== null,
              })
            }
          >
            <Field label="Why do you close it?">
              {(attributes) => (
                <textarea {...attributes} class="govuk-textarea" rows={2} maxLength={4000} name="reason" />
              )}
            </Field>
            <div class="govuk-checkboxes__item govuk-form-group">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                name="release"
                value="yes"
                id={`release-${concernId}`}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`release-${concernId}`}>
                Release the conversation: every navigator may read it, and its text is removed when its time
                is over
              </label>
            </div>
          </ConcernForm>
        </Fold>
      )}
    </>
  )
}

function Fold({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="concern-fold">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
