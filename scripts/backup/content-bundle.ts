import { mkdir } from 'node:fs/promises'
import { createGitCommand } from '../../cms/git/git-command.ts'

const searchPath = '/usr/local/bin:/usr/bin:/bin'

/** Writes the content repository, with drafts and all history, into one file, while the CMS goes on. */
export async function saveContent(gitDir: string, file: string): Promise<void> {
  await createGitCommand(gitDir, searchPath)(['bundle', 'create', '--quiet', file, '--all'])
}

/** Makes a bare repository with all that such a file holds. */
export async function loadContent(file: string, gitDir: string): Promise<void> {
  const git = createGitCommand(gitDir, searchPath)
  await mkdir(gitDir, { recursive: true })
  await git(['init', '--quiet', '--bare', '--initial-branch=main', '--template='])
  await git(['bundle', 'unbundle', file])
  const { output } = await git(['bundle', 'list-heads', file])
  const refs = output
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(
      (parts): parts is [string, string] => parts.length === 2 && parts[1]?.startsWith('refs/') === true,
    )
  await git(['update-ref', '--stdin'], { input: refs.map(([id, ref]) => `create ${ref} ${id}\n`).join('') })
}
