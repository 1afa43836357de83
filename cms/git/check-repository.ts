import type { Audit } from '#platform/audit.ts'
import type { Database } from '#platform/database/database.ts'
import type { Mail } from '#platform/mail.ts'
import type { ContentRepository } from './content-repository.ts'
import { GitError } from './git-command.ts'

/**
 * Looks whether every version, draft and picture that the content repository should have is there. When something is missing
 * the admins and the editors get an email, once a check; the audit keeps what was found.
 */
export function createRepositoryCheck(parts: CheckParts): RepositoryCheck {
  const { repository, database, audit, mail, accounts } = parts
  let isDamaged: boolean | undefined

  async function lastFound(): Promise<boolean> {
    const [last] = await audit.list({ actions: [damaged, whole], limit: 1 })
    return last?.action === damaged
  }

  return {
    async isDamaged() {
      isDamaged ??= await lastFound()
      return isDamaged
    },

    async check(signal) {
      const found = !(await isWhole(repository.git, signal))
      const holders = found
        ? [...(await accounts.holdersOf('admin')), ...(await accounts.holdersOf('editor'))]
        : []
      await database.write(async (trx) => {
        const action = found ? damaged : whole
        await audit.record(trx, { actor: 'system', action, subject: 'content:repository' })
        for (const to of new Set(holders.map(({ email }) => email))) await mail.queue(trx, { to, ...letter })
      })
      isDamaged = found
      return { damaged: found }
    },
  }
}

async function isWhole(git: ContentRepository['git'], signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await git(
      ['fsck', '--strict', '--connectivity-only', '--no-dangling', '--no-progress'],
      signal ? { signal } : {},
    )
    return true
  } catch (error) {
    // Without an exit code it was told to end, and has found nothing.
    if (error instanceof GitError && error.exitCode !== null) return false
    throw error
  }
}

/** What the audit calls either. */
const damaged = 'content-damaged'
const whole = 'content-whole'

const letter = {
  subject: 'The content of the Local Offer is damaged',
  text: `Every week we look whether all pages, drafts and earlier versions of the Local Offer are complete on the server. This time something is missing or cannot be read.

The site stays as it is. A page may not open in the CMS, or a change may not be saved.

Please pass this on to the people who run the server today. They find what to do under “When the content is damaged” in docs/running.md.
`,
}

interface CheckParts {
  readonly repository: Pick<ContentRepository, 'git'>
  readonly database: Database
  readonly audit: Pick<Audit, 'record' | 'list'>
  readonly mail: Pick<Mail, 'queue'>
  readonly accounts: { holdersOf(role: 'admin' | 'editor'): Promise<readonly { readonly email: string }[]> }
}

export interface RepositoryCheck {
  /** What the last check found, also before a restart. */
  isDamaged(): Promise<boolean>
  check(signal?: AbortSignal): Promise<{ damaged: boolean }>
}
