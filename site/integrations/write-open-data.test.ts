import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeOpenDataFiles } from './write-open-data.ts'

let release: string
beforeEach(() => {
  release = mkdtempSync(join(tmpdir(), 'open-data-'))
})
afterEach(() => rmSync(release, { recursive: true }))

it('gives each service, organisation, term and place of the open data a file of its own', () => {
  const organization = { id: 'o1', name: 'Club', description: 'A club.' }
  const place = { id: 'p1', location: { id: 'l1' } }
  const service = { id: 's1', name: 'Swim', status: 'active', organization, service_at_locations: [place] }
  const directory = { services: [service], organizations: [organization] }
  writeOpenDataFiles(release, directory)
  const read = (path: string) => JSON.parse(readFileSync(join(release, 'open-data', path), 'utf8'))
  expect(read('services/s1.json')).toEqual(service)
  expect(read('organizations/o1.json')).toEqual(organization)
  expect(read('service_at_locations/p1.json')).toMatchObject({ id: 'p1', service: { id: 's1' } })
  expect(readdirSync(join(release, 'open-data/taxonomies'))).toHaveLength(2)
  expect(readdirSync(join(release, 'open-data/taxonomy_terms')).length).toBeGreaterThan(20)
})
