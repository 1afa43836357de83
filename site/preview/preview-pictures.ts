import type { DrawOrder } from '#records/page-preview.ts'

/** Stands in the place of `picture-files.ts`, which reads pictures from the folder that a build has. */
let known: DrawOrder['pictures'] = []

/** Tells how large the pictures of the record are that is drawn next. */
export function knowPictures(pictures: DrawOrder['pictures']): void {
  known = pictures
}

/** The size of a picture in pixels. One that is not there takes no room. */
export function readPicture(path: string): { width: number; height: number } {
  return known.find(({ file }) => file === path) ?? { width: 0, height: 0 }
}
