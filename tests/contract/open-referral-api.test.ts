import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { addOpenData } from '#platform/open-data/open-data.ts'
import { serveSite } from '#platform/site-files.ts'
import { areaRecord } from '#records/area.ts'
import { demonstrationDirectory } from '../support/demonstration-directory.ts'
import { openReferralSchemata, parametersOf } from '../support/open-referral-schemata.ts'
import { type PlantedRelease, plantRelease } from '../support/planted-release.ts'

const validate = openReferralSchemata()
const entity = z.looseObject({ id: z.string() })
const pageSchema = z.strictObject({
  total_items: z.number().int(),
  total_pages: z.number().int(),
  page_number: z.number().int(),
  size: z.number().int(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(entity),
})

let release: PlantedRelease
let app: FastifyInstance
let base: string

beforeAll(async () => {
  const area = parse(readFileSync(join(import.meta.dirname, '../../site/content/area.yaml'), 'utf8'))
  release = plantRelease({
    'open-data/directory.json': JSON.stringify(demonstrationDirectory()),
    'records.json': '[]',
    'robots.txt': 'User-agent: *\n',
    'area.json': JSON.stringify(areaRecord.schema.parse(area)),
    '404.html': 'Not here',
    'postcodes/M33.json': JSON.stringify({ '2UG': [534240, -23220] }),
  })
  app = Fastify()
  await addOpenData(app, { releaseDir: () => release.folder, publicUrl: 'https://offer.example.org' })
  await serveSite(app, () => release.folder)
  base = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/open-referral`
})

afterAll(async () => {
  await app.close()
  release.remove()
})

const get = (path: string) => fetch(base + path)
const listed = async (path: string) => pageSchema.parse(await (await get(path)).json())
const refusal = async (path: string) => {
  const answer = await get(path)
  return { status: answer.status, ...z.object({ error: z.string() }).parse(await answer.json()) }
}

describe('what the validator of Open Referral UK asks', () => {
  test('the root says version, profile and where the specification is', async () => {
    for (const root of ['', '/']) {
      const answer = await get(root)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(await answer.json()).toEqual({
        version: 'HSDS-UK-3.0',
        profile: expect.stringMatching(/^https:/),
        openapi_url: expect.stringMatching(/^https:.*openapi\.json$/),
      })
    }
  })

  test('the first, a middle and the last page of services tell where they are', async () => {
    const first = await listed('/services?page=1')
    expect(first).toMatchObject({ page_number: 1, first_page: true, last_page: false, empty: false })
    expect(first.total_items).toBeGreaterThan(300)
    expect(first.size).toBe(first.contents.length)
    const middle = await listed(`/services?page=${Math.ceil(first.total_pages / 2)}`)
    expect(middle).toMatchObject({ first_page: false, last_page: false, total_items: first.total_items })
    const last = await listed(`/services?page=${first.total_pages}`)
    expect(last).toMatchObject({ first_page: false, last_page: true, empty: false })
    expect((first.total_pages - 1) * first.size + last.size).toBe(first.total_items)
  })

  test.each([
    ['services', 'service.json'],
    ['organizations', 'organization.json'],
    ['taxonomies', 'taxonomy.json'],
    ['taxonomy_terms', 'taxonomy_term.json'],
    ['service_at_locations', 'service_at_location.json'],
  ])('every entry of %s keeps to the schema, listed and whole', async (list, schema) => {
    const page = await listed(`/${list}?per_page=500`)
    expect(page.empty).toBe(false)
    expect(page.contents.flatMap((item) => validate(schema, item))).toEqual([])
    expect(page.contents.flatMap((item) => blankPaths(item, ''))).toEqual([])
    expect(collectionsIn(page.contents)).toEqual([])
    for (const { id } of page.contents.slice(0, 20)) {
      const answer = await get(`/${list}/${id}`)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      const whole: unknown = await answer.json()
      expect(entity.parse(whole).id).toBe(id)
      expect(validate(schema, whole)).toEqual([])
      expect(blankPaths(whole, '')).toEqual([])
    }
  })

  test('walking all pages gives every service once', async () => {
    const ids: string[] = []
    let last = false
    for (let page = 1; !last; page++) {
      const read = await listed(`/services?page=${page}&per_page=97`)
      ids.push(...read.contents.map(({ id }) => id))
      last = read.last_page
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength((await listed('/services')).total_items)
  })

  test('a listed service keeps its organisation and leaves its collections out', async () => {
    const [first] = (await listed('/services?per_page=1')).contents
    expect(first).toMatchObject({ organization: { name: expect.any(String) } })
    const whole: unknown = await (await get(`/services/${first?.id}`)).json()
    expect(whole).toMatchObject({ attributes: expect.any(Array) })
  })
})

describe('questions that cannot be answered', () => {
  test.each([
    ['page=0', 'page is "0". Use a whole number from 1 to 1000000.'],
    ['page=-1', 'page is "-1". Use a whole number from 1 to 1000000.'],
    ['page=two', 'page is "two". Use a whole number from 1 to 1000000.'],
    ['page=1.5', 'page is "1.5". Use a whole number from 1 to 1000000.'],
    ['page=1&page=2', 'Give page once.'],
    ['per_page=0', 'per_page is "0". Use a whole number from 1 to 500.'],
    ['per_page=100000', 'per_page is "100000". Use a whole number from 1 to 500.'],
    ['minimum_age=young', 'minimum_age is "young". Use a whole number from 0 to 150.'],
    ['start_time=9am', 'start_time is "9am". Write a time such as 09:00.'],
    ['day=someday', 'day is "someday". Use one of: MO, TU, WE, TH, FR, SA, SU.'],
    ['postcode=M33+2UG&proximity=500', 'postcode and proximity are for service_at_locations. Ask there.'],
    ['modified_after=2026-01-01', 'This interface does not know modified_after. Leave it out.'],
  ])('%s gets a clear sentence', async (query, error) => {
    expect(await refusal(`/services?${query}`)).toEqual({ status: 400, error })
  })

  test.each([
    ['postcode=M33+2UG', 'Give postcode and proximity together: within so many metres of this postcode.'],
    ['postcode=Sale&proximity=5', 'postcode is "Sale". Write a whole one, such as M33 2UG.'],
    ['postcode=ZZ1+1ZZ&proximity=5', 'The postcode ZZ1 1ZZ is not known here. Use one of the area.'],
    ['postcode=M33+2UG&proximity=far', 'proximity is "far". Use a whole number from 1 to 200000.'],
  ])('services at locations near %s get a clear sentence', async (query, error) => {
    expect(await refusal(`/service_at_locations?${query}`)).toEqual({ status: 400, error })
  })

  test('an id that is not there gets a sentence, and so does an address', async () => {
    expect(await refusal('/services/none')).toEqual({
      status: 404,
      error: 'There is no service with this id. Take one from the list.',
    })
    expect((await get('/nothing')).status).toBe(404)
  })

  test('a page behind the last one is empty', async () => {
    expect(await listed('/services?page=9999')).toMatchObject({ empty: true, size: 0, last_page: true })
  })

  test('no parameter of the specification is passed over without a word', async () => {
    const all = (await listed('/service_at_locations')).total_items
    for (const name of parametersOf('/service_at_locations').filter((each) => !/^(per_)?page$/.test(each))) {
      const answer = await get(`/service_at_locations?${name}=zzz`)
      const found = answer.ok ? pageSchema.parse(await answer.json()).total_items : 0
      expect(found, name).toBeLessThan(all)
    }
  })
})

describe('filters', () => {
  const service = z.looseObject({
    minimum_age: z.number().optional(),
    maximum_age: z.number().optional(),
    schedules: z
      .array(z.looseObject({ byday: z.string().optional(), opens_at: z.string().optional() }))
      .optional(),
    attributes: z.array(z.looseObject({ taxonomy_term_id: z.string() })).optional(),
  })
  const found = async (query: string) => {
    const page = await listed(`/services?per_page=500&${query}`)
    expect(page.empty).toBe(false)
    return Promise.all(
      page.contents
        .slice(0, 10)
        .map(async ({ id }) => service.parse(await (await get(`/services/${id}`)).json())),
    )
  }

  test('by age', async () => {
    for (const { minimum_age, maximum_age } of await found('minimum_age=11&maximum_age=18')) {
      expect(minimum_age).toBeGreaterThanOrEqual(11)
      expect(maximum_age).toBeLessThanOrEqual(18)
    }
  })

  test('by day and time, which hold for the same schedule', async () => {
    for (const { schedules = [] } of await found('day=saturday&start_time=10:00'))
      expect(schedules.some(({ byday, opens_at = '' }) => byday?.includes('SA') && opens_at >= '10:00')).toBe(
        true,
      )
  })

  test('by distance from a postcode, the wider the more', async () => {
    const within = async (metres: number) =>
      (await listed(`/service_at_locations?postcode=m332ug&proximity=${metres}`)).total_items
    const [near, far] = [await within(1_000), await within(5_000)]
    expect(near).toBeGreaterThan(0)
    expect(far).toBeGreaterThan(near)
    expect(far).toBeLessThan((await listed('/service_at_locations')).total_items)
  })

  test('by term, taxonomy and words', async () => {
    const [, category] = (await listed('/taxonomies')).contents
    const terms = (await listed('/taxonomy_terms')).contents
    const term = terms.find((each) => each['name'] === 'Autism')?.id ?? ''
    for (const { attributes = [] } of await found(`taxonomy_term_id=${term}`))
      expect(attributes.map((each) => each.taxonomy_term_id)).toContain(term)
    expect((await listed(`/services?taxonomy_id=${category?.id}`)).total_items).toBeLessThan(
      (await listed('/services')).total_items,
    )
    const swimming = await listed('/services?search=SWIMMING+club')
    expect(swimming.total_items).toBeGreaterThan(0)
    expect((await listed('/services?search=no-such-word-anywhere')).empty).toBe(true)
  })
})

function collectionsIn(items: readonly object[]): string[] {
  return items.flatMap((item) =>
    Object.entries(item).flatMap(([name, value]) => {
      if (Array.isArray(value)) return [name]
      return typeof value === 'object' && value !== null ? collectionsIn([value]) : []
    }),
  )
}

function blankPaths(value: unknown, path: string): string[] {
  if (value === null || value === undefined || value === '') return [path]
  if (Array.isArray(value) && value.length === 0) return [path]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => blankPaths(inner, `${path}/${key}`))
}
