import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '#platform/error-code.ts'

/** What decides how the same content looks as a site: code, styles, static files, settings and packages. */
const sources = [
  'site',
  'public',
  'chat-server/protocol',
  'astro.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/**
 * A version of the code that builds the site: 16 hexadecimal digits that change when any of its files does. Content is
 * not part of it: that has its commit.
 */
export async function programVersion(root: string): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const path of await filesUnder(root, source)) {
      hash.update(`${path}\0`)
      hash.update(await readFile(join(root, path)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesUnder(root: string, path: string): Promise<string[]> {
  if (path === 'site/content') return []
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOTDIR') return undefined
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  if (entries === undefined) return [path]
  const inner = await Promise.all(entries.map((entry) => filesUnder(root, `${path}/${entry.name}`)))
  return inner.flat().sort()
}
