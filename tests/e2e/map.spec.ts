import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/app.ts'
import { serveTiles } from '../support/map-tiles.ts'
import { buildWithoutMap } from '../support/site-without-map.ts'

test.describe('the map of the results', () => {
  for (const { width, height } of [
    // So low that the bar for the thumb is not there: it would cover some of what axe measures.
    { width: 390, height: 540 },
    { width: 1280, height: 900 },
  ])
    test(`asks for nothing from elsewhere before a person says so, at ${width} pixels`, async ({
      page,
      house,
    }) => {
      await page.setViewportSize({ width, height })
      const tiles = await serveTiles(page)
      const asked: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => complaints.push(message.text()))
      await page.goto('/services/?q=swimming')
      await page.getByRole('button', { name: 'Map', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Map', exact: true })).toBeFocused()
      const map = page.getByRole('region', { name: 'Map', exact: true })
      await expect(map.getByText(/come from tile\.openstreetmap\.org.*internet address/)).toBeVisible()
      await expectAccessible(page)
      expect(asked.filter((url) => !url.startsWith(house.url))).toEqual([])
      expect(asked.filter((url) => /leaflet|map\.json/.test(url))).toEqual([])

      await map.getByRole('button', { name: 'Show the map' }).click()
      await expect(page.getByRole('region', { name: /^Map of \d+ services$/ })).toBeFocused()
      await expect(map.getByRole('button', { name: /Altrincham Swimming Club/ })).toBeVisible()
      await expect(map.getByRole('link', { name: '© OpenStreetMap contributors' })).toBeVisible()
      await expectAccessible(page)
      const elsewhere = asked.filter((url) => !url.startsWith(house.url))
      expect(elsewhere.length).toBeGreaterThan(0)
      for (const url of elsewhere)
        expect(url).toMatch(/^https:\/\/tile\.openstreetmap\.org\/\d+\/\d+\/\d+\.png$/)
      // The tile server learns the name of this site, and neither the page nor what is looked for.
      expect(new Set(tiles.referrers)).toEqual(new Set([`${house.url}/`]))
      expect(complaints).toEqual([])
    })

  test('is used by keyboard alone, and holds what the list holds', async ({ page }) => {
    await openMapOf(page, 'category=short-breaks')
    await page.keyboard.press('Tab')
    const mark = page.locator(':focus')
    const name = (await mark.getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Enter')
    const popup = page.getByRole('dialog', { name, exact: true })
    await expect(popup.getByRole('link').first()).toBeFocused()
    await expectAccessible(page)
    for (const link of await popup.getByRole('link').all())
      await expect(
        page.getByRole('article').getByRole('link', { name: (await link.textContent()) ?? '', exact: true }),
      ).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(popup).toBeHidden()
    await expect(mark).toHaveAttribute('aria-label', name)
    await page.keyboard.press('Space')
    await expect(popup.getByRole('link').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/services\/[a-z0-9-]+\/$/)
  })

  test('goes nearer to a mark of many, whose services part; the focus goes with the first of them', async ({
    page,
  }) => {
    await openMapOf(page, 'sort=match')
    const many = page.getByRole('button', { name: /^\d\d+ services: / }).first()
    const name = (await many.getAttribute('aria-label')) ?? ''
    await many.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
    await expect(page.locator(':focus')).toHaveRole('button')
    await expect(page.getByRole('region', { name: /^Map of/ }).locator(':focus')).toHaveCount(1)
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await expect(page.getByRole('button', { name: /^\d+ services: / }).first()).toBeVisible()
  })

  test('says which services are not on it, and why', async ({ page }) => {
    await openMapOf(page, 'delivery=at-home&stated=delivery')
    const said = page.getByText(/services? (is|are) not on the map:.* your home/)
    await expect(said).toBeVisible()
    const count = Number(/\d+/.exec((await said.textContent()) ?? '')?.[0])
    await page.getByText('Which services are not on the map').click()
    await expect(page.getByRole('heading', { name: 'They come to your home' })).toBeVisible()
    await expect(
      page.getByRole('region', { name: 'Map', exact: true }).locator('details').getByRole('link'),
    ).toHaveCount(count)
    await expectAccessible(page)
  })

  test('stands in the address: back, reload and a shared link keep it, and none asks for pictures', async ({
    page,
    context,
    house,
  }) => {
    await openMapOf(page, 'q=swimming')
    await expect(page).toHaveURL('/services/?q=swimming&view=map')
    await page.getByLabel('Age', { exact: true }).fill('7')
    await page.getByLabel('Age', { exact: true }).press('Enter')
    await expect(page).toHaveURL('/services/?q=swimming&age=7&view=map')
    await expect(page.getByRole('region', { name: /^Map of \d+ services?$/ })).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL('/services/?q=swimming&view=map')
    await expect(page.getByRole('region', { name: /^Map of \d+ services$/ })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeHidden()
    await page.goForward()

    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await expect(page.getByRole('button', { name: 'Show the map' })).toBeVisible()
    const shared = await context.newPage()
    await shared.goto(page.url())
    await expect(shared.getByRole('button', { name: 'Show the map' })).toBeVisible()
    await expect(shared.getByText('We left out a part of this link')).toHaveCount(0)
    expect(asked.filter((url) => !url.startsWith(house.url))).toEqual([])
  })

  test('says when its pictures do not come; the list goes on', async ({ page }) => {
    await page.route('https://tile.openstreetmap.org/**', (route) => route.abort())
    await page.goto('/services/?q=swimming&view=map')
    await page.getByRole('button', { name: 'Show the map' }).click()
    await expect(page.getByRole('alert')).toContainText('Some pictures of the map did not come')
    await expect(page.getByRole('article').first()).toBeVisible()
  })

  test('is not offered by an area without a tile server, whose pages may load nothing from elsewhere', async ({
    page,
  }) => {
    // It builds a site of its own.
    test.slow()
    const site = await buildWithoutMap()
    const answer = await page.goto(`${site.origin}/services/?q=swimming&view=map`)
    expect(answer?.headers()['content-security-policy']).toContain("img-src 'self' data:;")
    await expect(page.getByRole('article').first()).toBeVisible()
    await expect(page.getByRole('status').first()).toContainText('services for “swimming”')
    await expect(page.getByRole('button', { name: 'Map', exact: true })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Show the map' })).toHaveCount(0)
    await site.close()
  })
})

/** Opens the map of a search and waits until it stands with its marks, and has the focus. */
async function openMapOf(page: Page, search: string) {
  await serveTiles(page)
  await page.goto(`/services/?${search}`)
  await page.getByRole('button', { name: 'Map', exact: true }).click()
  await page.getByRole('button', { name: 'Show the map' }).click()
  await expect(page.getByRole('region', { name: /^Map of/ })).toBeFocused()
}
