import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v5 as uuidV5 } from 'uuid'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { toOpenReferral } from '#records/open-referral.ts'
import { providerRecord } from '#records/provider.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { serviceRecord } from '#records/service.ts'
import { openReferralSchemata } from '../support/open-referral-schemata.ts'

const content = join(import.meta.dirname, '../../site/content')

const validate = openReferralSchemata()

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
