import { expect, it } from 'vitest'
import { easyReadPictures } from '#records/easy-read-pictures.ts'
import { drawingOf } from './pictures.ts'

it('every picture that a line can have is drawn, in the one style', () => {
  for (const { id } of easyReadPictures)
    expect(drawingOf(id), id).toMatch(
      /^<svg xmlns="[^"]+" aria-hidden="true" viewBox="0 0 64 64" fill="none" stroke="currentColor"/,
    )
})
