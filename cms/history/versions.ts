import { isWithin } from '../git/commits.ts'
import type { CommitAuthor } from '../git/content-repository.ts'
import { type GitCommand, linesOf } from '../git/git-command.ts'
import { approverFormat, readApprover } from './approver.ts'

/**
 * The versions of one record that were published, newest first: each commit of `main` that changed it, with those who had
 * written the draft it published. Reads at most `most` versions, from the one numbered `from` (0 is the newest).
 */
export async function versionsOf(
  git: GitCommand,
  main: string,
  path: string,
  { from, most }: { from: number; most: number },
): Promise<Version[]> {
  const range = ['--first-parent', `--skip=${from}`, `--max-count=${most}`]
  const lines = await linesOf(git, [
    'log',
    ...range,
    `--format=%H%x00%P%x00${who}%x00%at%x00%s%x00${approverFormat}`,
    main,
    '--',
    path,
  ])
  return Promise.all(
    lines.map(async (line) => {
      const [commit = '', parentList = '', role = '', email = '', seconds = '', subject = '', approved = ''] =
        line.split('\0')
      const [parent, draft] = parentList.split(' ').filter(Boolean)
      return {
        ...{ commit, parent, subject, author: personOf(role, email), at: Number(seconds) * 1000 },
        approver: readApprover(approved),
        writers: draft && parent ? await writersOf(git, `${parent}..${draft}`, path) : [],
      }
    }),
  )
}

/** Whether a commit is one that `main` went through, so that what it holds was published. */
export async function wasPublished(git: GitCommand, main: string, commit: string): Promise<boolean> {
  if (!(await isWithin(git, commit, main))) return false
  // A draft's own commits are behind main too, but only as a second parent.
  return (await linesOf(git, ['rev-list', '--first-parent', main])).includes(commit)
}

async function writersOf(git: GitCommand, range: string, path: string): Promise<CommitAuthor[]> {
  const lines = await linesOf(git, ['log', '--no-merges', `--format=${who}`, range, '--', path])
  return [...new Set(lines)].map((line) => {
    const [role = '', email = ''] = line.split('\0')
    return personOf(role, email)
  })
}

function personOf(role: string, email: string): CommitAuthor {
  return { role, accountId: email.split('@', 1)[0] ?? '' }
}

const who = '%an%x00%ae'

export interface Version {
  readonly commit: string
  /** The commit before it on `main`; undefined for the first. */
  readonly parent: string | undefined
  /** Who put it on the site. */
  readonly author: CommitAuthor
  /** Who had written it, where that was in a draft; the last writer first. */
  readonly writers: readonly CommitAuthor[]
  /** Who approved it; undefined for a commit that published no draft. */
  readonly approver: CommitAuthor | undefined
  /** ms UTC */
  readonly at: number
  /** Such as `Publish services/club`. */
  readonly subject: string
}
