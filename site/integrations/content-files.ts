import { existsSync, globSync, lstatSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { PictureCheck } from '#records/check-pictures.ts'
import { pictureMissing, pictureProblem } from '#records/picture-file.ts'
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

/** Looks at the picture files of a content folder. A link is not followed: it could lead anywhere. */
export function pictureCheckOf(contentDir: string): PictureCheck {
  return (path) => {
    const file = join(contentDir, path)
    if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return pictureMissing
    if (realpathSync(file) !== join(realpathSync(contentDir), path)) return pictureMissing
    return pictureProblem(readFileSync(file))
  }
}
