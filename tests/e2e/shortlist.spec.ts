import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/app.ts'

const club = {
  path: '/services/example-saturday-play-and-sports-club/',
  name: 'Saturday play and sports club',
}
const therapy = {
  path: '/services/example-speech-and-language-therapy/',
  name: 'Children’s speech and language therapy',
}
const centre = { path: '/services/sale-leisure-centre/', name: 'Sale Leisure Centre' }

test.describe('a family keeps a shortlist', () => {
  test('saves from a page, sees the count, and takes it off again', async ({ page }) => {
    await page.goto(club.path)
    const link = page.getByRole('link', { name: 'Shortlist (0)' })
    await expect(link).toBeVisible()
    await page.getByRole('button', { name: `Save ${club.name} to your shortlist` }).click()
    await expect(page.getByRole('link', { name: 'Shortlist (1)' })).toBeVisible()
    await expect(page.getByText('Saved. 1 service on your shortlist.')).toBeAttached()
    await page.reload()
    await page.getByRole('button', { name: `Saved ${club.name}. Take it off your shortlist` }).click()
    await expect(page.getByRole('link', { name: 'Shortlist (0)' })).toBeVisible()
  })

  test('writes notes and puts it in order by keyboard alone', async ({ page }) => {
    await saveAll(page)
    await page.goto('/shortlist/')
    await expect(page.getByRole('heading', { name: '3 services saved' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Call 01632 960 116' })).toBeVisible()
    await expect(page.getByText('2 Example Road')).toBeVisible()
    await page.getByLabel(`Your note on ${club.name}`).fill('Ask about Saturdays in May')
    const up = page.getByRole('button', { name: `Move up ${centre.name}` })
    await up.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toHaveText(`${centre.name} is now number 2 of 3.`)
    await expect(up).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(namesOn(page)).toHaveText([centre.name, club.name, therapy.name])
    await expect(up).toBeFocused()
    await expect(up).toHaveAttribute('aria-disabled', 'true')
    await expectAccessible(page)
    await page.reload()
    await expect(namesOn(page)).toHaveText([centre.name, club.name, therapy.name])
    await expect(page.getByLabel(`Your note on ${club.name}`)).toHaveValue('Ask about Saturdays in May')
  })

  test('removes a service, and undoes it with note and place', async ({ page }) => {
    await saveAll(page)
    await page.goto('/shortlist/')
    await page.getByLabel(`Your note on ${therapy.name}`).fill('Ring first')
    await page.getByRole('button', { name: `Remove ${therapy.name}` }).click()
    await expect(namesOn(page)).toHaveText([club.name, centre.name])
    const undo = page.getByRole('button', { name: `Undo removing ${therapy.name}` })
    await expect(undo).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(namesOn(page)).toHaveText([club.name, therapy.name, centre.name])
    await expect(page.getByRole('link', { name: therapy.name })).toBeFocused()
    await expect(page.getByLabel(`Your note on ${therapy.name}`)).toHaveValue('Ring first')
  })

  test('shares it by a link that no server sees, and another device keeps it', async ({
    page,
    browser,
    baseURL,
  }) => {
    await saveAll(page)
    await page.goto('/shortlist/')
    await page.getByRole('button', { name: 'Share by link' }).click()
    const address = await page.getByRole('textbox', { name: /link/ }).inputValue()
    expect(new URL(address).search).toBe('')
    expect(new URL(address).hash).toMatch(/^#services=/)

    const other = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), locale: 'en-GB' })
    const asked: string[] = []
    const there = await other.newPage()
    there.on('request', (request) => asked.push(request.url()))
    await there.goto(address)
    const offer = there.getByRole('region', { name: 'A list was shared with you' })
    await expect(offer.getByRole('listitem')).toHaveCount(3)
    await expectAccessible(there)
    await offer.getByRole('button', { name: 'Keep these' }).click()
    await expect(namesOn(there)).toHaveText([club.name, therapy.name, centre.name])
    await expect(there).toHaveURL(/\/shortlist\/$/)
    const id = new URL(address).hash.slice('#services='.length).split(',')[0] ?? ''
    expect(asked.filter((url) => new URL(url).pathname.includes(id))).toEqual([])
    await other.close()
  })

  test('reads what is left of a cut link, and says what is missing', async ({ page }) => {
    await page.goto(
      '/shortlist/#services=c6d4f83b-cc50-59d3-b9b4-f2f5b601b07d,c6d4f83b-cc50-59d3-b9b4-000000000000,c6d4',
    )
    const offer = page.getByRole('region', { name: 'A list was shared with you' })
    await expect(offer.getByRole('link', { name: club.name })).toBeVisible()
    await expect(offer).toContainText('1 service on it can no longer be found in the directory.')
    await expect(offer).toContainText('A part of the link could not be read.')
  })

  test('is told when a saved service is no longer there', async ({ page }) => {
    await page.addInitScript(() => {
      const gone = {
        id: 'c6d4f83b-cc50-59d3-b9b4-000000000000',
        name: 'The old youth club',
        href: '/services/the-old-youth-club/',
        note: '',
      }
      localStorage.setItem('local-offer-shortlist', JSON.stringify([gone]))
    })
    await page.goto('/shortlist/')
    await expect(page.getByRole('heading', { name: 'The old youth club' })).toBeVisible()
    await expect(page.getByText('This is no longer in the directory.')).toBeVisible()
    await expectAccessible(page)
  })

  test('takes it to a navigator: the list is in the first message, to be finished and sent', async ({
    page,
  }) => {
    await saveAll(page)
    await page.goto('/shortlist/')
    await page.getByRole('button', { name: 'Ask a navigator about these' }).click()
    await page.waitForURL('/chat/')
    await expect(page.getByLabel('Your message')).toHaveValue(
      new RegExp(`^I would like to ask about these services:\\n- ${club.name}: http`),
    )
  })

  test('hears honestly that a browser does not keep it', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota is used up.', 'QuotaExceededError')
      }
    })
    await page.goto(club.path)
    await page.getByRole('button', { name: `Save ${club.name}` }).click()
    await expect(page.getByRole('link', { name: 'Shortlist (1)' })).toBeVisible()
    await expect(
      page.getByText('Your browser does not let us keep this.', { exact: false }).last(),
    ).toBeVisible()
  })

  test('prints names, addresses, telephone numbers and notes, and nothing to press', async ({ page }) => {
    await saveAll(page)
    await page.goto('/shortlist/')
    await page.getByLabel(`Your note on ${club.name}`).fill('Ask about May')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('2 Example Road')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Call 01632 960 116' })).toBeVisible()
    await expect(page.getByText('Note: Ask about May')).toBeVisible()
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  })

  test('finds an empty list helpful, on a telephone too', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/shortlist/')
    await expect(page.getByText('Nothing is saved yet.')).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'Find services' }).last()).toBeVisible()
    // The bar for the thumb lies over whatever is at the lower edge: look at the page scrolled to its end.
    await expect(async () => {
      await page.keyboard.press('End')
      await expect(page.getByRole('link', { name: 'About the Local Offer' })).toBeInViewport({
        timeout: 1_000,
      })
    }).toPass()
    await expectAccessible(page)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the shortlist says why it is not there and what to do instead', async ({ page }) => {
    await page.goto('/shortlist/')
    await expect(page.getByText('You can bookmark the pages of services')).toBeVisible()
  })
})

async function saveAll(page: Page): Promise<void> {
  for (const { path, name } of [club, therapy, centre]) {
    await page.goto(path)
    await page.getByRole('button', { name: `Save ${name}` }).click()
    await expect(page.getByRole('button', { name: `Saved ${name}` })).toBeVisible()
  }
}

function namesOn(page: Page) {
  return page.getByRole('main').getByRole('heading', { level: 3 })
}
