import { readPostcode } from '#records/typed-postcode.ts'
import type { Point } from './distance.ts'

/** The postcodes of one outward code (`M33`): where each inward code (`2UG`) is, in ten-thousandths of a degree. */
export type PostcodeFile = Readonly<Record<string, readonly [number, number]>>

/** The first half of a postcode, which names a town or a part of one: `M33`. */
export function outwardOf(postcode: string): string {
  return postcode.split(' ')[0] ?? ''
}

/**
 * Finds where a postcode is. Only its first half is asked for, and only when it is one of the area's; the rest is looked
 * up on the device.
 */
export async function locatePostcode(
  postcode: string,
  areas: readonly string[],
  fetchFile: (outward: string) => Promise<PostcodeFile>,
): Promise<Point | undefined> {
  const outward = outwardOf(postcode)
  if (!areas.includes(outward)) return undefined
  const file = await fetchFile(outward)
  const place = file[postcode.split(' ')[1] ?? '']
  return place && [place[0] / 1e4, place[1] / 1e4]
}

/** The files of all outward codes, from rows of `postcode,latitude,longitude,…` under a heading. */
export function postcodeFiles(csv: string): Map<string, Record<string, [number, number]>> {
  const files = new Map<string, Record<string, [number, number]>>()
  for (const line of csv.split(/\r?\n/).slice(1)) {
    const [written = '', north = '', east = ''] = line.split(',')
    const postcode = readPostcode(written)
    if (postcode === undefined || north === '' || east === '') continue
    const file = files.get(outwardOf(postcode)) ?? {}
    file[postcode.split(' ')[1] ?? ''] = [Math.round(Number(north) * 1e4), Math.round(Number(east) * 1e4)]
    files.set(outwardOf(postcode), file)
  }
  return files
}
