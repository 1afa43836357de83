import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { expect, expectAccessible, test } from '../support/app.ts'
import { openReferralSchemata } from '../support/open-referral-schemata.ts'

const list = z.object({
  total_items: z.number(),
  last_page: z.boolean(),
  contents: z.array(z.looseObject({ id: z.string() })),
})

test('somebody finds the open data from the foot of the page and downloads all services', async ({
  page,
  house,
}) => {
  await page.goto(house.url)
  await page.getByRole('contentinfo').getByRole('link', { name: 'About the Local Offer' }).click()
  await page.getByRole('main').getByRole('link', { name: 'all services as open data' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Open data' })).toBeVisible()
  await expectAccessible(page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download all services as a CSV file' }).click()
  const file = await (await waiting).path()
  const rows: string[][] = parse(readFileSync(file), { bom: true })
  expect(rows.length).toBeGreaterThan(300)
  expect(rows[0]).toContain('postcode')
})

test('a program reads the same services from the files and from the interface', async ({
  request,
  house,
}) => {
  const validate = openReferralSchemata()
  const read = async (path: string) => list.parse(await (await request.get(house.url + path)).json())
  const files = await read('/open-data/services.json')
  const pages = await read('/api/open-referral/services?page=1')
  expect(files.last_page).toBe(true)
  expect(pages.total_items).toBe(files.total_items)
  const [first] = files.contents
  for (const path of ['/open-data/services/', '/api/open-referral/services/']) {
    const whole: unknown = await (await request.get(house.url + path + first?.id)).json()
    expect(validate('service.json', whole)).toEqual([])
  }
  const news = await (await request.get(`${house.url}/open-data/changes.xml`)).text()
  expect(news).toContain(`<link>${house.url}/services/`)
  expect((await request.get(`${house.url}/sitemap.xml`)).status()).toBe(404)
})
