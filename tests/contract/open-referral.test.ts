import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { v5 as uuidV5 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { toOpenReferral } from '#records/open-referral.ts'
import { providerRecord } from '#records/provider.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { serviceRecord } from '#records/service.ts'

/** The published specification, Open Referral UK 3.0 (BSD 3-Clause, see its LICENSE.md). */
const schemata = join(import.meta.dirname, 'open-referral-uk-3.0')
const content = join(import.meta.dirname, '../../site/content')

let validate: (schema: string, value: unknown) => string[]

beforeAll(() => {
  const validator = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  for (const file of readdirSync(schemata).filter((name) => name.endsWith('.json')))
    validator.addSchema(jsonObject(join(schemata, file)), file)
  validate = (schema, value) => {
    const check: ValidateFunction | undefined = validator.getSchema(schema)
    if (check === undefined) throw new Error(`The specification has no ${schema}`)
    check(value)
    return (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
})

const exported = (folder: 'services' | 'providers') =>
  readdirSync(join(content, folder)).map((file) => {
    const raw = parseRecordFile({
      path: `${folder}/${file}`,
      text: readFileSync(join(content, folder, file), 'utf8'),
    })
    return folder === 'services'
      ? toOpenReferral(serviceRecord, serviceRecord.schema.parse(raw?.data), raw?.body ?? '', uuidV5)
      : toOpenReferral(providerRecord, providerRecord.schema.parse(raw?.data), raw?.body ?? '', uuidV5)
  })

test('every service of the demonstration is a service of Open Referral UK', () => {
  const services = exported('services')
  expect(services.length).toBeGreaterThan(300)
  const wrong = services.flatMap((service) =>
    validate('service.json', service).map((why) => `${String(service['name'])}: ${why}`),
  )
  expect(wrong).toEqual([])
})

test('every provider is an organisation of Open Referral UK', () => {
  const wrong = exported('providers').flatMap((provider) => validate('organization.json', provider))
  expect(wrong).toEqual([])
})

test('a property without a value is left out, never null or empty', () => {
  const empty = exported('services').flatMap((service) => blankPaths(service, ''))
  expect(empty).toEqual([])
})

test('every nested id is a UUID, and the same each time', () => {
  expect(exported('services')).toEqual(exported('services'))
  const ids = exported('services').flatMap((service) => idsIn(service))
  expect(ids.filter((id) => !z.uuid().safeParse(id).success)).toEqual([])
})

function blankPaths(value: unknown, path: string): string[] {
  if (value === null || value === undefined || value === '') return [path]
  if (Array.isArray(value) && value.length === 0) return [path]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => blankPaths(inner, `${path}/${key}`))
}

function idsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [inner] : idsIn(inner)))
}

function jsonObject(path: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))
}
