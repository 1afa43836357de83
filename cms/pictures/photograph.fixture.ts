import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

/** A photograph as a telephone takes it: with the camera, the time and the place where it was taken, lying on its side. */
export function photograph({ width = 1200, height = 800 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#0b5a5e' } })
    .withExif({
      IFD0: { Make: 'Telephone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 25/1 0/1', GPSLongitude: '2/1 19/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** Noise: nothing is harder to make small. */
export function noise({ width, height }: { width: number; height: number }): Promise<Buffer> {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}
