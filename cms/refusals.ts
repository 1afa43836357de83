import type { Problem } from '#records/check-together.ts'

/**
 * Why the CMS does not do what it was asked. The message is shown to the person as it stands; the transport turns the
 * kind into an HTTP status.
 */
export class CmsRefusal extends Error {
  override name = 'CmsRefusal'
  readonly kind: RefusalKind
  /** What is wrong in the record, field by field, where that is why. */
  readonly problems: readonly Problem[]
  /** The page on which the person goes on, where there is one. */
  readonly address: string | undefined

  constructor(
    kind: RefusalKind,
    message: string,
    options: ErrorOptions & { problems?: readonly Problem[]; address?: string } = {},
  ) {
    super(message, options)
    this.kind = kind
    this.problems = options.problems ?? []
    this.address = options.address
  }
}

export type RefusalKind =
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'changed-meanwhile'
  | 'invalid'
  | 'not-understood'
  | 'too-often'

/** The person may not do this with this record. */
export const notAllowed = (message = 'You cannot do this with this record. Ask an editor at the council.') =>
  new CmsRefusal('not-allowed', message)

/** There is no such record or draft, or the person is not to know of it. */
export const notFound = (message = 'There is no such page here.') => new CmsRefusal('not-found', message)

/** Someone else was quicker. */
export const changedMeanwhile = (message: string, options?: ErrorOptions & { address?: string }) =>
  new CmsRefusal('changed-meanwhile', message, options)

/** What was sent cannot be stored. */
export const invalid = (message: string, problems: readonly Problem[] = []) =>
  new CmsRefusal('invalid', message, { problems })

/** The person asked for this too many times in a row. */
export const tooOften = (message: string) => new CmsRefusal('too-often', message)

/** The request is not of the protocol. */
export const notUnderstood = (why: string) =>
  new CmsRefusal('not-understood', `The CMS did not understand this: ${why}`)
