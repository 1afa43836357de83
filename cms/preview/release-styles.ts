import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '#platform/error-code.ts'

/**
 * The addresses of the style sheets of the first of these pages that the current release has, or else of its home page.
 * None while nothing is released.
 *
 * @param paths of pages, such as `/services/a-club/`
 */
export async function releaseStyles(releaseDir: string, paths: readonly string[]): Promise<string[]> {
  for (const path of [...paths, '/']) {
    const html = await readFile(join(releaseDir, path, 'index.html'), 'utf8').catch(absent)
    if (html !== undefined) return stylesIn(html)
  }
  return []
}

function stylesIn(html: string): string[] {
  const links = html.match(/<link\b[^>]*\brel="stylesheet"[^>]*>/g) ?? []
  return links.flatMap((link) => /\bhref="([^"]+)"/.exec(link)?.[1] ?? [])
}

function absent(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined
  throw error
}
