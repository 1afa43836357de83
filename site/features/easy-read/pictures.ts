import type { EasyReadPicture } from '#records/easy-read-pictures.ts'

const drawings = import.meta.glob<string>('./pictures/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/**
 * The drawing of a picture as SVG, 64 units wide and high: lines in the colour of the text, filled parts of the class
 * `tint`. @throws Error when the list of pictures names one that nobody has drawn
 */
export function drawingOf(name: EasyReadPicture): string {
  const drawing = drawings[`./pictures/${name}.svg`]
  if (drawing === undefined)
    throw new Error(`There is no picture site/features/easy-read/pictures/${name}.svg`)
  return drawing
}
