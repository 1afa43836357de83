import { ContentPathError } from '../git/content-path.ts'
import { StaleRefError } from '../git/ref-transaction.ts'
import { NotAPlainFileError } from '../git/tree.ts'
import { CmsRefusal, type RefusalKind } from '../refusals.ts'

/** The status and the message for what went wrong; undefined for a fault of our own, which is logged instead. */
export function replyFor(error: unknown): ErrorReply | undefined {
  if (error instanceof CmsRefusal) return { status: statusOf[error.kind], error: error.message }
  if (error instanceof ContentPathError) return { status: 400, error: error.message }
  if (error instanceof NotAPlainFileError) return { status: 400, error: 'This is not a record.' }
  if (error instanceof StaleRefError) {
    return { status: 409, error: 'Someone else saved at the same moment. Nothing was changed. Try again.' }
  }
  return undefined
}

const statusOf: Readonly<Record<RefusalKind, number>> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'changed-meanwhile': 409,
  invalid: 422,
  'not-understood': 400,
}

export interface ErrorReply {
  readonly status: number
  readonly error: string
}
