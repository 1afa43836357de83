import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { valueAt } from '#records/value-at.ts'
import { readRecord } from '../records/record-file.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'
import { createPostcodes } from './postcodes.ts'

let cms: RunningCms
beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

const savedText = z.object({ data: z.string() })

/** The places that the draft of a service holds. */
async function savedPlaces(slug: string): Promise<unknown> {
  const path = `services/${slug}.md`
  const place = { collection: 'services', slug, path }
  const { body } = await cms.ask('provider', 'unpublishedEntryDataFile', place)
  return valueAt(readRecord(path, savedText.parse(body).data).data, 'where', 'places')
}

it('tells who fills in a place where a postcode is', async () => {
  const known = await cms.ask('provider', 'findPostcode', { postcode: ' m33 2ug' })
  expect(known.body).toEqual({
    postcode: 'M33 2UG',
    point: { latitude: 53.42512, longitude: -2.32001 },
  })
  const unknown = await cms.ask('provider', 'findPostcode', { postcode: 'SW1A 1AA' })
  expect(unknown.body).toEqual({ postcode: 'SW1A 1AA', point: null })
  const none = await cms.ask('provider', 'findPostcode', { postcode: 'Sale' })
  expect(none.body).toEqual({ postcode: null, point: null })
})

it('fills in the point of a place when a service is saved from anywhere', async () => {
  const where = { delivery: ['in-person'], places: [{ postcode: 'm332ug' }] }
  expect(
    await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, where })),
  ).toMatchObject({ status: 200 })
  expect(await savedPlaces('club')).toEqual([
    { key: expect.any(String), postcode: 'M33 2UG', latitude: 53.42512, longitude: -2.32001 },
  ])
})

it('lets nobody ask for the whole list', async () => {
  const postcodes = createPostcodes(cms.repository, { perMinute: 2 })
  expect([1, 2, 3].map(() => postcodes.mayAsk('account'))).toEqual([true, true, false])
  expect(postcodes.mayAsk('another')).toBe(true)
})
