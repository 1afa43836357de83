import sharp from 'sharp'
import { largestPicture, pictureKindOf } from '#records/picture-file.ts'
import { invalid } from '../refusals.ts'

/**
 * Makes an upload into what is stored: a WebP of at most 1,600 pixels a side and 500 KB, turned upright. Nothing of the
 * upload is kept but what can be seen: the notes of the camera (EXIF, XMP), with the place in them, are gone.
 *
 * @throws CmsRefusal with a sentence when it is no picture, is damaged, or has too many pixels
 */
export async function encodePicture(upload: Uint8Array): Promise<Buffer> {
  if (pictureKindOf(upload) === undefined) throw invalid(notAPicture(upload))
  for (const attempt of attempts) {
    const picture = await encoded(upload, attempt)
    if (picture.length <= largestPicture) return picture
  }
  throw invalid('This picture cannot be made small enough. Choose another one.')
}

/** The same picture, small enough for a list of pictures. */
export function thumbnailOf(picture: Uint8Array): Promise<Buffer> {
  return encoded(picture, { side: 320, quality: 70 })
}

async function encoded(picture: Uint8Array, { side, quality }: Attempt): Promise<Buffer> {
  try {
    return await sharp(picture, { limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .timeout({ seconds: 20 })
      .toBuffer()
  } catch (cause) {
    if (cause instanceof Error && /pixel limit/.test(cause.message))
      throw invalid('This picture has too many pixels. Make it smaller, for example 2,000 pixels wide.')
    throw invalid(
      'This picture cannot be read. It may be damaged. Save it again as a JPEG and try once more.',
    )
  }
}

function notAPicture(upload: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(upload.subarray(0, 1_000))
  if (/<svg[\s>]/i.test(start))
    return 'SVG drawings cannot be used, because they can hold a program. Save it as a PNG and upload that.'
  if (/^.{4}ftyp(?:hei[cfx]|hev[cx]|mif1)/s.test(start))
    return 'This is a HEIC picture, as some telephones make them. Save it as a JPEG and upload that.'
  return 'This is not a picture that we can use. Choose a JPEG, PNG, WebP or AVIF.'
}

/** A picture that is unpacked takes four bytes for each. */
const mostPixels = 60_000_000

/** Tried in turn until one is small enough. */
const attempts: readonly Attempt[] = [
  { side: 1600, quality: 80 },
  { side: 1600, quality: 60 },
  { side: 1200, quality: 50 },
  { side: 800, quality: 40 },
]

interface Attempt {
  /** longest side, in pixels */
  readonly side: number
  /** 1 to 100 */
  readonly quality: number
}
