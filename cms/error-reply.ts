import { errorCode } from '#platform/error-code.ts'
import { ContentPathError } from './git/content-path.ts'
import { GitError } from './git/git-command.ts'
import { StaleRefError } from './git/ref-transaction.ts'
import { NotAPlainFileError } from './git/tree.ts'
import { type WrongField, wrongFields } from './records/content-check.ts'
import { CmsRefusal, type RefusalKind } from './refusals.ts'
import { RemoteTrouble } from './remote/content-remote.ts'

/** The status and the message for what went wrong; undefined for a fault that has no sentence of its own. */
export function replyFor(error: unknown): ErrorReply | undefined {
  if (error instanceof CmsRefusal) {
    const { kind, message, address, problems } = error
    return {
      status: statusOf[kind],
      error: message,
      ...(address !== undefined && { address }),
      ...(problems.length > 0 && { problems: wrongFields(problems) }),
    }
  }
  if (error instanceof ContentPathError) return { status: 400, error: error.message }
  if (error instanceof NotAPlainFileError) return { status: 400, error: 'This is not a record.' }
  if (error instanceof StaleRefError) {
    return { status: 409, error: 'Someone else saved at the same moment. Nothing was changed. Try again.' }
  }
  if (error instanceof RemoteTrouble) return { status: 409, error: error.message }
  if (isFullDisk(error)) return { status: 507, error: noRoom }
  return undefined
}

function isFullDisk(error: unknown): boolean {
  if (error instanceof GitError) return error.errorOutput.includes('No space left on device')
  return errorCode(error) === 'ENOSPC'
}

const noRoom =
  'There is no room left where the CMS keeps its pages. Nothing was changed. Tell the people who run the site.'

const statusOf: Readonly<Record<RefusalKind, number>> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'changed-meanwhile': 409,
  invalid: 422,
  'not-understood': 400,
  'too-often': 429,
}

export interface ErrorReply {
  readonly status: number
  readonly error: string
  /** The page on which the person goes on, where there is one. */
  readonly address?: string
  /** All that is wrong in the record, field by field, where that is why. */
  readonly problems?: readonly WrongField[]
}
