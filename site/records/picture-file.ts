/**
 * What a picture file may be, told by its bytes and never by its name. The same for the CMS, which takes pictures in, and
 * for the build, which publishes them.
 */

/** Largest picture that is stored, in bytes. The CMS makes every upload smaller than this. */
export const largestPicture = 500_000

/** What is said of a picture whose file is gone. */
export const pictureMissing = 'is not there. Upload it again, or remove the picture'

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif'

/** The kind of a picture by its first bytes; `undefined` for everything else, SVG too. */
export function pictureKindOf(bytes: Uint8Array): PictureKind | undefined {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (holdsText(bytes, 0, 'RIFF') && holdsText(bytes, 8, 'WEBP')) return 'webp'
  if (holdsText(bytes, 4, 'ftyp') && (holdsText(bytes, 8, 'avif') || holdsText(bytes, 8, 'avis')))
    return 'avif'
  return undefined
}

/** What keeps a stored file from being published as a picture, with the way out; `undefined` when nothing does. */
export function pictureProblem(bytes: Uint8Array): string | undefined {
  const kind = pictureKindOf(bytes)
  if (kind === undefined)
    return 'is not a JPEG, PNG, WebP or AVIF picture. Save it as one of these, and upload it again'
  if (bytes.length > largestPicture)
    return `has ${inKilobytes(bytes.length)}, more than the ${inKilobytes(largestPicture)} allowed. Upload it in the CMS, which makes it smaller`
  if (holdsNotes(kind, bytes))
    return 'holds notes of the camera, which can say where it was taken. Upload it in the CMS, which takes them out'
  return undefined
}

function inKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000).toLocaleString('en-GB')} KB`
}

/** True when a picture carries EXIF or XMP: the camera, the time and often the place. */
function holdsNotes(kind: PictureKind, bytes: Uint8Array): boolean {
  if (kind === 'jpeg') return jpegSegments(bytes).some((at) => bytes[at + 1] === 0xe1)
  if (kind === 'png')
    return chunks(bytes, 8, 'big').some((at) =>
      ['eXIf', 'tEXt', 'zTXt', 'iTXt'].some((name) => holdsText(bytes, at + 4, name)),
    )
  if (kind === 'webp')
    return chunks(bytes, 12, 'little').some(
      (at) => holdsText(bytes, at, 'EXIF') || holdsText(bytes, at, 'XMP '),
    )
  // An AVIF names its parts in the box at its start.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  return start.includes('Exif') || start.includes('application/rdf+xml')
}

/** Where the segments of a JPEG begin, up to the picture itself. */
function jpegSegments(bytes: Uint8Array): number[] {
  const found: number[] = []
  let at = 2
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda && at < bytes.length) {
    found.push(at)
    at += 2 + numberAt(bytes, at + 2, 2, 'big')
  }
  return found
}

/** Where the chunks of a PNG (length, name, content, check) or of a WebP (name, length, content) begin. */
function chunks(bytes: Uint8Array, from: number, order: ByteOrder): number[] {
  const found: number[] = []
  let at = from
  while (at + 8 <= bytes.length) {
    found.push(at)
    const length = order === 'big' ? numberAt(bytes, at, 4, 'big') : numberAt(bytes, at + 4, 4, 'little')
    at += order === 'big' ? 12 + length : 8 + length + (length % 2)
  }
  return found
}

function numberAt(bytes: Uint8Array, at: number, count: number, order: ByteOrder): number {
  const digits = [...bytes.subarray(at, at + count)]
  return (order === 'big' ? digits : digits.reverse()).reduce((number, digit) => number * 256 + digit, 0)
}

function holdsText(bytes: Uint8Array, at: number, text: string): boolean {
  return startsWith(
    bytes,
    at,
    [...text].map((letter) => letter.charCodeAt(0)),
  )
}

function startsWith(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte)
}

type ByteOrder = 'big' | 'little'
