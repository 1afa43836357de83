import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkContent, sentenceOf } from './check-content.ts'
import type { PictureCheck } from './check-pictures.ts'
import { exampleContent, exampleService } from './example-content.fixture.ts'
import { pictureMissing } from './picture-file.ts'

const ramp = { key: 'a', file: 'media/club/ramp.webp', alt: 'A ramp leads to a wide door.' }
const there: PictureCheck = (path) => (path === ramp.file ? undefined : pictureMissing)

function said(pictures: readonly object[], files = there) {
  const text = `---\n${stringify({ ...exampleService, pictures })}---\n`
  const others = exampleContent.filter(({ path }) => !path.startsWith('services/'))
  return checkContent([...others, { path: 'services/club.md', text }], files).map(sentenceOf)
}

test('a service may have pictures, with a caption or without', () => {
  expect(said([ramp, { ...ramp, key: 'b', caption: 'The ramp is at the back.' }])).toEqual([])
})

describe('a picture is refused, with file, field and the way out', () => {
  test('without alternative text', () => {
    expect(said([{ key: 'a', file: ramp.file }])).toEqual([
      'services/club.md: pictures.0.alt: is missing. Alternative text: write some text.',
    ])
  })

  test('with the name of its file as alternative text', () => {
    expect(said([{ ...ramp, alt: 'IMG_2043.JPG' }])[0]).toMatch(
      /pictures\.0\.alt: Alternative text: write what is in the picture, not the name of its file/,
    )
  })

  test('when its file is not there', () => {
    expect(said([{ ...ramp, file: 'media/club/hall.webp' }])).toEqual([
      'services/club.md: pictures.0.file: media/club/hall.webp is not there. Upload it again, or remove the picture.',
    ])
  })

  test('when its file may not be published', () => {
    expect(said([ramp], () => 'is not a picture. Save it as one')).toEqual([
      'services/club.md: pictures.0.file: media/club/ramp.webp is not a picture. Save it as one.',
    ])
  })

  test.each([
    'media/../area.yaml',
    '/media/club/ramp.webp',
    'media/club/ramp.svg',
    'media/ramp.webp',
    'media/club/%2e%2e/ramp.webp',
    'https://example.org/media/club/ramp.webp',
    'MEDIA/club/ramp.webp',
  ])('when it leads elsewhere: %s', (file) => {
    expect(said([{ ...ramp, file }], () => undefined)[0]).toMatch(
      /pictures\.0\.file: Picture: choose a picture\. Its file is in media\//,
    )
  })
})
