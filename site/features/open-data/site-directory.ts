import { v5 as uuidV5 } from 'uuid'
import { byLetters } from '#records/by-letters.ts'
import { openDirectoryOf } from '#records/open-referral-directory.ts'
import type { OpenDirectory } from '#records/open-referral-entities.ts'
import { pathOfRecord } from '#records/record-page.ts'
import { onceABuild } from '../records/once-a-build.ts'
import { allProviders, allServices } from '../records/site-records.ts'
import type { ServiceRow } from './service-columns.ts'

/** All records of this build as open data. Services that are closed for good stay in it and say so. */
export const siteDirectory = onceABuild(async (): Promise<OpenDirectory> => {
  const services = (await allServices()).map(({ data, body = '' }) => ({ record: data, body }))
  const providers = (await allProviders()).map(({ data }) => data)
  return openDirectoryOf(services, providers, uuidV5)
})

/** All services as rows of the CSV file, by name. */
export async function serviceRows(): Promise<ServiceRow[]> {
  const providers = new Map((await allProviders()).map(({ data }) => [data.id, data]))
  const rows = (await allServices()).flatMap(({ id, data, body = '' }) => {
    const provider = providers.get(data.provider)
    if (provider === undefined) throw new Error(`There is no provider with the id ${data.provider}`)
    return [{ service: data, provider, body: body.trim(), page: pathOfRecord('services', id) }]
  })
  return rows.sort((a, b) => byLetters(a.service.name, b.service.name))
}
