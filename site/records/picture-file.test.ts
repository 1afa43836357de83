import { describe, expect, test } from 'vitest'
import { notPictures, pictureBytes, picturesWithNotes } from './picture.fixture.ts'
import { largestPicture, pictureKindOf, pictureProblem } from './picture-file.ts'

describe('a picture is told by its bytes', () => {
  test.each(Object.entries(pictureBytes))('a %s may be published', (kind, bytes) => {
    expect(pictureKindOf(bytes)).toBe(kind)
    expect(pictureProblem(bytes)).toBeUndefined()
  })

  test.each(Object.entries(notPictures))('%s is refused', (_, bytes) => {
    expect(pictureProblem(bytes)).toMatch(/is not a JPEG, PNG, WebP or AVIF picture\. Save it as one/)
  })
})

test.each(Object.entries(picturesWithNotes))('a %s that says where it was taken is refused', (_, bytes) => {
  expect(pictureProblem(bytes)).toMatch(/can say where it was taken\. Upload it in the CMS/)
})

test('a picture that is too large is refused, with its size', () => {
  const large = new Uint8Array(largestPicture + 1)
  large.set(pictureBytes.jpeg)
  expect(pictureProblem(large)).toMatch(/^has 501 KB, more than the 500 KB allowed\. Upload it in the CMS/)
})

test('a file that was cut short is read without end or fault', () => {
  for (const bytes of [...Object.values(pictureBytes), ...Object.values(picturesWithNotes)])
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => pictureProblem(bytes.subarray(0, length))).not.toThrow()
})
