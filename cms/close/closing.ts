import type { Problem } from '#platform/pages/form-fields.ts'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import type { Problem as ContentProblem } from '#records/check-together.ts'
import { messageOf, plainMessage } from '../records/content-check.ts'
import type { Values } from '../records/record-file.ts'

/** How a service is closed, as somebody typed it. */
export interface TypedClosing {
  readonly status: string
  /** In words: `1 December`, `the end of January`. */
  readonly since: string
  readonly until: string
  /** Why, and where families can turn. */
  readonly why: string
}

/** What a service can be but open, and how the site says so. */
export const closedStatuses = [
  { id: 'temporarily-closed', label: 'Closed for now' },
  { id: 'closed', label: 'Closed for good' },
] as const

/** How a page says that its service is closed; undefined for one that is open. */
export function closedWords(status: unknown): string | undefined {
  return closedStatuses.find(({ id }) => id === status)?.label
}

/** Reads the form as it came. */
export function readClosing(body: unknown): TypedClosing {
  const fields = fieldsOf(body)
  const line = (name: string) => textOf(fields, name).replaceAll('\r\n', '\n').trim()
  return {
    status: textOf(fields, 'status'),
    ...{ since: line('since'), until: line('until'), why: line('why') },
  }
}

/** What the form shows of a service before anybody types: what its page says already, if it is closed. */
export function closingOf({ status, notice }: Values): TypedClosing {
  const isClosed = closedWords(status) !== undefined
  return {
    status: isClosed ? String(status) : '',
    ...{ since: '', until: '' },
    why: isClosed && typeof notice === 'string' ? notice : '',
  }
}

/** What families will read: from when until when, then why and where to turn. */
export function noticeOf({ status, since, until, why }: TypedClosing): string {
  const [from, to] = [since, until].map((typed) =>
    typed.replace(/^(?:since|from|until|till)\s+/i, '').replace(/[.,\s]+$/, ''),
  )
  const end = status === 'closed' ? '' : to
  if (from && end) return `Closed from ${from} until ${end}. ${why}`
  if (from) return `Closed since ${from}. ${why}`
  return end ? `Closed until ${end}. ${why}` : why
}

/** What is wrong with the form itself. */
export function problemsOfClosing(form: TypedClosing): Problem<string>[] {
  return [
    ...(closedWords(form.status) === undefined
      ? [{ field: 'status', message: 'Choose whether it is closed for now or for good.' }]
      : []),
    ...(form.why === ''
      ? [{ field: 'why', message: 'Write why it is closed, and where families can turn.' }]
      : []),
    ...(noticeOf(form).length > longestNotice
      ? [
          {
            field: 'why',
            message: `What families will read is ${noticeOf(form).length} characters long. Make it ${longestNotice} or shorter.`,
          },
        ]
      : []),
  ]
}

/** What is wrong with the record that comes of it, at the field of the form. */
export function problemsOnClosing(problems: readonly ContentProblem[]): Problem<string>[] {
  return problems.map((problem) => {
    if (problem.field === 'notice') return { field: 'why', message: plainMessage(problem) }
    return { field: 'form', message: messageOf([problem], problem.file) }
  })
}

/** As the definition of a service has it. */
const longestNotice = 400
