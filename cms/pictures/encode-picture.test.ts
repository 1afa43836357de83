import sharp from 'sharp'
import { expect, it } from 'vitest'
import { largestPicture, pictureKindOf, pictureProblem } from '#records/picture-file.ts'
import { encodePicture } from './encode-picture.ts'
import { noise, photograph } from './photograph.fixture.ts'

it('keeps what can be seen and nothing else: no place, no camera, the right way up', async () => {
  const upload = await photograph({ width: 3000, height: 2000 })
  expect((await sharp(upload).metadata()).exif).toBeDefined()
  expect(pictureProblem(upload)).toMatch(/can say where it was taken/)

  const stored = await encodePicture(upload)
  const { exif, xmp, icc, width, height } = await sharp(stored).metadata()
  expect({ exif, xmp, icc }).toEqual({ exif: undefined, xmp: undefined, icc: undefined })
  expect({ width, height }).toEqual({ width: 1067, height: 1600 })
  expect(pictureProblem(stored)).toBeUndefined()
})

it.each(['png', 'webp', 'avif'] as const)('takes %s', async (format) => {
  const upload = await sharp(await photograph({ width: 90, height: 60 }))
    .toFormat(format)
    .toBuffer()
  expect(pictureKindOf(upload)).toBe(format)
  expect(pictureKindOf(await encodePicture(upload))).toBe('webp')
})

it('makes the hardest picture small enough', async () => {
  const stored = await encodePicture(await noise({ width: 2000, height: 1600 }))
  expect(stored.length).toBeLessThanOrEqual(largestPicture)
})

it.each([
  [
    'a drawing',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    /SVG drawings cannot be used/,
  ],
  ['a page', '<!doctype html><script>alert(1)</script>', /not a picture that we can use/],
  ['an animation', 'GIF89a', /not a picture that we can use/],
  ['a HEIC', '\0\0\0\x18ftypheic', /Save it as a JPEG/],
  ['half a JPEG', '\xff\xd8\xff\xe0', /may be damaged/],
])('refuses %s with what to do', async (_, upload, sentence) => {
  await expect(encodePicture(Buffer.from(upload, 'latin1'))).rejects.toThrow(sentence)
})

it('refuses a small file that unpacks into far too many pixels', async () => {
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  await expect(encodePicture(bomb)).rejects.toThrow(/too many pixels/)
})
