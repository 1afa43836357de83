import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentFile } from '#records/read-content.ts'

/** All record files under a content folder, as text. A folder that is not there is an error of one sentence. */
export function readContentFiles(contentDir: string): ContentFile[] {
  if (!existsSync(contentDir))
    throw new Error(
      `There is no content folder ${contentDir}. Set CONTENT_DIR to the folder with the records.`,
    )
  return globSync('{*.yaml,*/*.md,*/*.mdx}', { cwd: contentDir })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(contentDir, path), 'utf8') }))
}
