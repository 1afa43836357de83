import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import MiniSearch from 'minisearch'
import { readSearchedPage } from '../../site/integrations/searched-page.ts'

/** The bytes of a MiniSearch index. */
export interface BaselineBytes {
  readonly raw: number
  /** Compressed as our server compresses, with Brotli at quality 5. */
  readonly compressed: number
}

/**
 * The index that MiniSearch makes of the same pages of a release, with the same text of each in the same fields: as a
 * browser would fetch it, without what it would need to show a result (`alone`), and with the cards that our results
 * show (`withCards`). Neither holds what our filters need.
 */
export function miniSearchBytes(releaseDir: string): { alone: BaselineBytes; withCards: BaselineBytes } {
  const pages = globSync('**/index.html', { cwd: releaseDir }).flatMap((path) => {
    const page = readSearchedPage(readFileSync(join(releaseDir, path), 'utf8'))
    return page === undefined ? [] : [{ ...page, id: path }]
  })
  const fields = ['name', 'summary', 'keywords', 'body']
  const bytes = (storeFields: string[]): BaselineBytes => {
    const index = new MiniSearch({ fields, storeFields })
    index.addAll(pages)
    const text = JSON.stringify(index)
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
    return { raw: Buffer.byteLength(text), compressed: brotliCompressSync(text, { params }).length }
  }
  return { alone: bytes([]), withCards: bytes(['card']) }
}
