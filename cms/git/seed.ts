import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkContentPath } from './content-path.ts'
import type { GitCommand } from './git-command.ts'

const contentFile = /\.(?:md|mdx|yaml|csv)$|^media\/.+\.(?:webp|jpg|png|avif)$/

/** A moment that stands for "before anybody edited", so that the same content always gives the same commit. */
const seedDate = Date.UTC(2020, 0, 1) / 1000

/**
 * Makes a commit without parents from the records and pictures of a folder and points `ref` to it. Links, hidden files and other
 * kinds of files are left out. The ref moves only once the commit is complete.
 *
 * @throws ContentPathError when a file has a name that the CMS could not save again
 */
export async function seedRepository({
  git,
  seedFrom,
  committer,
  ref,
}: {
  git: GitCommand
  seedFrom: string
  committer: { name: string; email: string }
  ref: string
}): Promise<void> {
  const paths = (await contentFilesIn(seedFrom, '')).sort()
  const parts: Buffer[] = []
  const line = (text: string) => parts.push(Buffer.from(`${text}\n`))

  const message = 'Start from the content that came with the program'
  line(`commit ${ref}`)
  line(`committer ${committer.name} <${committer.email}> ${seedDate} +0000`)
  line(`data ${Buffer.byteLength(message)}\n${message}`)
  for (const path of paths) {
    const content = await readFile(join(seedFrom, path))
    line(`M 100644 inline ${checkContentPath(path)}`)
    line(`data ${content.length}`)
    parts.push(content)
    line('')
  }
  line('done')
  await git(['fast-import', '--quiet', '--done', '--force'], { input: Buffer.concat(parts) })
}

async function contentFilesIn(root: string, folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) found.push(...(await contentFilesIn(root, path)))
    else if (entry.isFile() && contentFile.test(path)) found.push(path)
  }
  return found
}
