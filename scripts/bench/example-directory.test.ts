import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent } from '#records/check-content.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { serviceRecord } from '#records/service.ts'
import { pictureCheckOf, readContentFiles } from '../../site/integrations/content-files.ts'
import { exampleDirectory } from './example-directory.ts'

const contentDir = join(import.meta.dirname, '../../site/content')
const own = readContentFiles(contentDir)
const pictures = pictureCheckOf(contentDir)
const places = [
  { postcode: 'M33 2UG', latitude: 53.42, longitude: -2.32 },
  { postcode: 'WA15 7NQ', latitude: 53.39, longitude: -2.31 },
]
const ownServices = own.filter(({ path }) => path.startsWith('services/')).length
const wanted = ownServices * 7
const files = exampleDirectory(own, places, wanted)
const services = files.filter(({ path }) => path.startsWith('services/'))

describe('a directory made for measuring', () => {
  it('has as many services as were asked for, and nothing wrong that was not wrong before', () => {
    expect(services).toHaveLength(wanted)
    expect(checkContent(files, pictures)).toEqual(checkContent(own, pictures))
  })

  it('is the same each time', () => {
    expect(exampleDirectory(own, places, ownServices + 20)).toEqual(
      exampleDirectory(own, places, ownServices + 20),
    )
  })

  it('keeps the records that it is made from as they are', () => {
    const paths = new Map(files.map(({ path, text }) => [path, text]))
    for (const { path, text } of own) expect(paths.get(path)).toBe(text)
  })

  it('tells copies apart by name, needs, ages and text', () => {
    const read = services.map((file) => {
      const raw = parseRecordFile(file)
      return { body: raw?.body, service: serviceRecord.schema.parse(raw?.data) }
    })
    const different = (values: unknown[]) => new Set(values.map((value) => JSON.stringify(value))).size
    expect(different(read.map(({ service }) => service.name))).toBeGreaterThan(wanted * 0.9)
    expect(different(read.map(({ body }) => body))).toBeGreaterThan(wanted * 0.6)
    expect(different(read.map(({ service }) => service.whoFor))).toBeGreaterThan(wanted * 0.6)
  })

  it('gives no provider many more services than it has', () => {
    const most = (count: number) => {
      const providers = exampleDirectory(own, places, count)
        .filter(({ path }) => path.startsWith('services/'))
        .map(({ text }) => /^provider: (.+)$/m.exec(text)?.[1])
      return Math.max(...Array.from(Map.groupBy(providers, (id) => id).values(), (each) => each.length))
    }
    expect(most(wanted)).toBeLessThanOrEqual(5 * most(ownServices))
  })

  it('cannot be smaller than the one it is made from', () => {
    expect(() => exampleDirectory(own, places, 3)).toThrow(/Ask for that many or more, not 3/)
  })
})
