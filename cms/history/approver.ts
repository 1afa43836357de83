import type { CommitAuthor } from '../git/content-repository.ts'

/** The message of a commit that publishes a draft. Who approved it is a trailer, so that Git itself can read it. */
export function publishMessage(subject: string, { role, accountId }: CommitAuthor): string {
  return `Publish ${subject}\n\n${approvedBy}: ${role} <${accountId}@accounts.invalid>`
}

/** How `git log` prints who approved a commit: on one line, empty where nobody did. */
export const approverFormat = '%(trailers:key=Approved-by,valueonly,separator=%x20)'

/** Reads what `git log` printed in `approverFormat`. */
export function readApprover(printed: string): CommitAuthor | undefined {
  const [, role, accountId] = /^(\S+) <([^@>]+)@/.exec(printed) ?? []
  return role === undefined || accountId === undefined ? undefined : { role, accountId }
}

const approvedBy = 'Approved-by'
