import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { pictureKindOf } from '#records/picture-file.ts'

/** A picture as a page prints it: width and height in pixels, so that nothing moves when it arrives. */
export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** `webp`, as in `image/webp` */
  readonly type: string
  readonly width: number
  readonly height: number
}

/**
 * Reads a picture of the content that is built. `path` begins with `media/`.
 * @throws Error when it is not there or is no picture, which the content check prevents
 */
export function readPicture(path: string): Picture {
  const bytes = new Uint8Array(readFileSync(join(import.meta.env.CONTENT_DIR, path)))
  const type = pictureKindOf(bytes)
  if (type === undefined) throw new Error(`${path} is no picture`)
  const { width, height } = imageSize(bytes)
  return { bytes, type, width, height }
}
