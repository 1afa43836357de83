import { expect, expectAccessible, test } from '../support/app.ts'

const therapy = '/services/example-speech-and-language-therapy/'
const club = '/services/example-saturday-play-and-sports-club/'

test.describe('the page of a service', () => {
  test('says whom to speak to first, the first steps of each route, and where all of them are', async ({
    page,
  }) => {
    await page.goto(therapy)
    await expect(page.getByText('First, speak to the therapist on the advice line.')).toBeVisible()
    const ladders = page.locator('.ladder')
    await expect(ladders).toHaveCount(2)
    for (const ladder of await ladders.all()) {
      await expect(ladder.getByRole('listitem')).toHaveCount(3)
      await expect(
        ladder.getByRole('link', { name: /All \d+ steps of “.+” ?, with time limits/ }),
      ).toBeVisible()
    }
    await expectAccessible(page)
  })

  test('leads on: to what the provider runs too, to others nearby with miles, to guides', async ({
    page,
  }) => {
    await page.goto('/services/sale-leisure-centre/')
    const others = page.getByRole('region', { name: 'Also run by Trafford Leisure CIC' })
    await expect(others.getByRole('link').first()).toBeVisible()
    const nearby = page.getByRole('region', { name: 'Others like this nearby' })
    await expect(nearby.getByRole('listitem')).toHaveCount(5)
    await expect(nearby.getByRole('listitem').first()).toContainText(/mile/)
    await expect(page.getByRole('region', { name: 'Good to know' }).getByRole('link').first()).toBeVisible()
  })

  test('opens a map beside the page, and says so', async ({ page }) => {
    await page.goto(club)
    const map = page.getByRole('link', { name: /See it on a map.+Play barn.+opens in a new tab/ })
    await expect(map).toHaveAttribute(
      'href',
      'https://www.openstreetmap.org/?mlat=53.44871&mlon=-2.33058#map=17/53.44871/-2.33058',
    )
    await expect(map).toHaveAttribute('target', '_blank')
  })

  test('says how much it answers, when it is overdue, and where to report a problem', async ({ page }) => {
    await page.goto('/services/sale-leisure-centre/')
    await expect(
      page.getByText(/Things may have changed\. Ask the service before you rely on it\./),
    ).toBeVisible()
    const about = page.getByRole('region', { name: 'About this page' })
    await expect(about).toContainText(/This page answers \d+ of 12 questions families ask\. Missing: /)
    await expect(about.getByRole('link', { name: 'Report a problem with this page' })).toHaveAttribute(
      'href',
      /^\/message\//,
    )
  })

  test('shows Easy Read in place of the summary, by keyboard, and remembers it on this device', async ({
    page,
  }) => {
    await page.goto(club)
    const toggle = page.getByRole('button', { name: 'Easy Read' })
    const easy = page.getByRole('region', { name: 'Easy Read' })
    await expect(toggle).toHaveAttribute('aria-pressed', 'false')
    await expect(easy).toBeHidden()
    await toggle.focus()
    await page.keyboard.press('Space')
    await expect(easy).toContainText('We meet on Saturdays.')
    await expect(page.getByText('Easy Read is on.')).toBeAttached()
    await expectAccessible(page)
    await page.reload()
    await expect(easy).toBeVisible()
    await toggle.click()
    await expect(easy).toBeHidden()
  })

  test('opens on paper what is folded', async ({ page }) => {
    await page.goto('/services/sale-leisure-centre/')
    const folded = page.getByRole('main').locator('details')
    await expect(folded.first()).not.toHaveAttribute('open')
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect(folded.first()).toHaveAttribute('open')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect(folded.first()).not.toHaveAttribute('open')
  })

  test('prints at the press of a button', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '')
    })
    await page.goto(club)
    await page.getByRole('button', { name: 'Print' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-printed')
  })
})

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('can be called and written to with the thumb', async ({ page }) => {
    await page.goto(club)
    const contact = page.getByRole('region', { name: 'Contact the service' })
    const call = contact.getByRole('link', { name: 'Call 01632 960 116' })
    await expect(call).toHaveAttribute('href', 'tel:+441632960116')
    expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await expect(contact.getByRole('link', { name: 'Email the service' })).toHaveAttribute('href', /^mailto:/)
    // The bar for the thumb lies over whatever is at the lower edge: look at the page scrolled to its end.
    const last = page.getByRole('link', { name: 'About the Local Offer' })
    await expect(async () => {
      await page.keyboard.press('End')
      await expect(last).toBeInViewport({ timeout: 1_000 })
    }).toPass()
    await expectAccessible(page)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('shows Easy Read, and no button that could not work', async ({ page }) => {
    await page.goto(club)
    await expect(page.getByRole('region', { name: 'Easy Read' })).toBeVisible()
    for (const name of ['Print', 'Easy Read', /^Save/])
      await expect(page.getByRole('button', { name })).toHaveCount(0)
    await expect(page.getByRole('link', { name: /Shortlist/ })).toHaveCount(0)
  })
})
