import { type GitCommand, linesOf } from './git-command.ts'

/** Whether a text is the id of a commit, or of another object, in full. */
export function isObjectId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text)
}

/** The last commit from which two went off; undefined when they have no common beginning. */
export async function commonAncestor(
  git: GitCommand,
  one: string,
  other: string,
): Promise<string | undefined> {
  const [ancestor] = await linesOf(git, ['merge-base', one, other], { acceptExitCodes: [0, 1] })
  return ancestor
}

/** Whether what a commit holds is in another one too: it is that one, or one before it. A commit that is not there is in none. */
export async function isWithin(git: GitCommand, commit: string, other: string): Promise<boolean> {
  const { exitCode } = await git(['merge-base', '--is-ancestor', commit, other], {
    acceptExitCodes: [0, 1, 128],
  })
  return exitCode === 0
}
