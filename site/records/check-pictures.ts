import type { Problem } from './check-together.ts'
import { pictureMissing } from './picture-file.ts'
import { picturePath } from './plain-fields.ts'
import type { RawRecord } from './read-content.ts'
import { serviceRecord } from './service.ts'
import { valueAt } from './value-at.ts'

/**
 * Tells what keeps the file at a path under the content root from being published as a picture, as a sentence without
 * its subject (`pictureProblem`, `pictureMissing`); `undefined` when nothing does.
 */
export type PictureCheck = (path: string) => string | undefined

/** For content that has no pictures beside it. */
export const noPictures: PictureCheck = () => pictureMissing

/** The picture files that a record names, in its order. What is not written as a picture is left out. */
export function picturesNamedBy(collection: string, data: unknown): string[] {
  return namedPictures(collection, data).map(({ file }) => file)
}

/** Pictures that are not there or may not be published, each told at the field that names it. */
export function pictureProblems(records: readonly RawRecord[], check: PictureCheck): Problem[] {
  return records.flatMap(({ collection, data, path }) =>
    namedPictures(collection, data).flatMap(({ file, index }) => {
      const wrong = check(file)
      const field = `pictures.${index}.file`
      return wrong === undefined ? [] : [{ file: path, field, message: `${file} ${wrong}` }]
    }),
  )
}

function namedPictures(collection: string, data: unknown): { file: string; index: number }[] {
  const pictures = collection === serviceRecord.name ? valueAt(data, 'pictures') : undefined
  if (!Array.isArray(pictures)) return []
  return pictures.flatMap((each: unknown, index) => {
    const file = valueAt(each, 'file')
    return typeof file === 'string' && picturePath.test(file) ? [{ file, index }] : []
  })
}
