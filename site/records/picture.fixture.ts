/** The smallest files that count as pictures, and ones that do not, for tests. */

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ),
  )

const pngStart = bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a])

export const pictureBytes = {
  jpeg: bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xda]),
  png: bytesOf([...pngStart], [0, 0, 0, 0], 'IEND', [0, 0, 0, 0]),
  webp: bytesOf('RIFF', [16, 0, 0, 0], 'WEBP', 'VP8 ', [4, 0, 0, 0], [1, 2, 3, 4]),
  avif: bytesOf([0, 0, 0, 20], 'ftypavif', [0, 0, 0, 0], 'meta'),
}

export const picturesWithNotes = {
  jpeg: bytesOf([0xff, 0xd8, 0xff, 0xe1, 0, 8], 'Exif', [0, 0], [0xff, 0xda]),
  png: bytesOf([...pngStart], [0, 0, 0, 1], 'eXIf', [7], [0, 0, 0, 0], [0, 0, 0, 0], 'IEND', [0, 0, 0, 0]),
  webp: bytesOf(
    'RIFF',
    [32, 0, 0, 0],
    'WEBP',
    'VP8 ',
    [3, 0, 0, 0],
    [1, 2, 3, 0],
    'EXIF',
    [2, 0, 0, 0, 7, 7],
  ),
  avif: bytesOf([0, 0, 0, 20], 'ftypavif', [0, 0, 0, 0], 'meta', 'infe', 'Exif'),
}

export const notPictures = {
  svg: bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  gif: bytesOf('GIF89a'),
  'a page': bytesOf('<!doctype html><script>alert(1)</script>'),
  nothing: bytesOf(),
}
