import { v5 as uuidV5 } from 'uuid'
import { stringify } from 'yaml'
import { type Provider, providerRecord } from '#records/provider.ts'
import { type ContentFile, parseRecordFile } from '#records/read-content.ts'
import { type Service, serviceRecord } from '#records/service.ts'
import { needs } from '#records/taxonomy.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { placeNames } from './place-names.ts'

/**
 * A directory of any size, made from a real one: its own records as they are, then copies of them with other ids, names,
 * postcodes, needs, ages and texts, until there are `services` of them. Providers grow with them, so that each runs as
 * many services in a large directory as in a small one. The same arguments always give the same files.
 *
 * @throws Error when fewer services are asked for than there are: guides link to some of them
 */
export function exampleDirectory(
  files: readonly ContentFile[],
  postcodes: readonly PostcodePlace[],
  services: number,
): ContentFile[] {
  const own = files.filter(({ path }) => path.startsWith('services/')).map(readService)
  const providers = new Map(
    files.filter(({ path }) => path.startsWith('providers/')).map((file) => [readProvider(file).id, file]),
  )
  if (services < own.length)
    throw new Error(`The directory has ${own.length} services. Ask for that many or more, not ${services}.`)
  const paragraphs = [...new Set(own.flatMap(({ body }) => body.split('\n\n')))].filter((each) => each !== '')
  const made: ContentFile[] = [...files]
  const madeProviders = new Set<string>()
  for (let index = own.length; index < services; index += 1) {
    const copy = Math.floor(index / own.length)
    const from = own[index % own.length]
    if (from === undefined) break
    const chance = chanceFrom(index)
    const town = `${chance.oneOf(placeNames.first)}${chance.oneOf(placeNames.second)}`
    const provider = inSet(from.record.provider, Math.floor(copy / copiesThatShareProviders))
    const record = variedService(from.record, { copy, town, provider, chance, own, postcodes })
    const others = [chance.oneOf(paragraphs), chance.oneOf(paragraphs)]
    made.push(markdownFile(`services/${from.slug}-${copy}.md`, record, [from.body, ...others].join('\n\n')))
    const source = providers.get(from.record.provider)
    if (provider === from.record.provider || madeProviders.has(provider) || source === undefined) continue
    madeProviders.add(provider)
    const { name, ...rest } = readProvider(source)
    made.push(
      markdownFile(
        `${source.path.slice(0, -3)}-${copy}.md`,
        { ...rest, name: `${name} ${town}`, id: provider },
        '',
      ),
    )
  }
  return made
}

/** A postcode of the area and where it is, in degrees. */
export interface PostcodePlace {
  readonly postcode: string
  readonly latitude: number
  readonly longitude: number
}

/** Five copies of the directory share one set of its providers: five to six services each. */
const copiesThatShareProviders = 5

interface OwnService {
  readonly slug: string
  readonly record: Service
  readonly body: string
}

function variedService(
  record: Service,
  given: {
    readonly copy: number
    readonly town: string
    readonly provider: string
    readonly chance: Chance
    readonly own: readonly OwnService[]
    readonly postcodes: readonly PostcodePlace[]
  },
): Service {
  const { copy, town, provider, chance, own, postcodes } = given
  const youngest = chance.upTo(12)
  return {
    ...record,
    id: uuidV5(`copy ${copy}`, record.id),
    name: `${record.name.slice(0, 90)}, ${town}`,
    provider,
    whoFor: {
      ...record.whoFor,
      needs: needs.map(({ id }) => id).filter(() => chance.upTo(needs.length) < 2),
      youngest,
      oldest: youngest + 1 + chance.upTo(12),
    },
    where: {
      ...record.where,
      places: record.where.places.map((place) => ({ ...place, ...chance.oneOf(postcodes) })),
    },
    keywords: [...new Set([...record.keywords, ...chance.oneOf(own).record.keywords])].slice(0, 10),
  }
}

function inSet(id: string, set: number): string {
  return set === 0 ? id : uuidV5(`set ${set}`, id)
}

function readService(file: ContentFile): OwnService {
  const raw = parseRecordFile(file)
  if (raw === undefined) throw new Error(`${file.path} is no record.`)
  return { slug: raw.slug, record: serviceRecord.schema.parse(raw.data), body: raw.body }
}

function readProvider(file: ContentFile): Provider {
  return providerRecord.schema.parse(parseRecordFile(file)?.data)
}

function markdownFile(path: string, fields: object, body: string): ContentFile {
  return { path, text: `---\n${stringify(fields)}---\n\n${body.trim()}\n` }
}
