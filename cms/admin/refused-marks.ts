import { set, tie } from './control-names.ts'
import { fieldAround, fieldInForm } from './find-field.ts'

/**
 * Marks the fields that the server refused, as Decap marks what it finds itself: what is wrong stands at the field, and is read
 * with it. Decap draws its form anew at times, so `keep` is to be called whenever it has.
 */
export function createRefusedMarks(): RefusedMarks {
  let refused: readonly RefusedField[] = []

  return {
    show(fields) {
      clear()
      refused = fields
      mark(refused)
    },
    keep: () => mark(refused),
  }
}

function mark(refused: readonly RefusedField[]): void {
  const said = new Map<Element, string[]>()
  for (const { field, words, notice } of refused) {
    const part = fieldInForm(field)
    const around = part && fieldAround(part)
    if (!part || !around) continue
    said.set(around, [...(said.get(around) ?? []), words])
    // A list or a group is no control: what is said of it stands above it.
    if (!part.matches('input, textarea, select, [role="switch"]')) continue
    set(part, 'aria-invalid', 'true')
    tie(part, notice.id, notice)
  }
  for (const [around, words] of said) set(around, 'data-refused', words.join(' '))
}

function clear(): void {
  for (const around of document.querySelectorAll('[data-refused]')) around.removeAttribute('data-refused')
  for (const part of document.querySelectorAll(`[aria-describedby*="${refusedId}"]`)) {
    const ids = part.getAttribute('aria-describedby')?.split(' ') ?? []
    for (const id of ids) if (id.startsWith(refusedId)) tie(part, id, null)
    part.removeAttribute('aria-invalid')
  }
}

/** With this begin the ids of what the notice says of fields. */
export const refusedId = 'refused-'

export interface RefusedField {
  /** With dots between levels. */
  readonly field: string
  /** What is wrong with it, with its label. */
  readonly words: string
  /** Where the notice says so. */
  readonly notice: Element
}

export interface RefusedMarks {
  /** Marks these fields in the place of those before. */
  show(fields: readonly RefusedField[]): void
  keep(): void
}
