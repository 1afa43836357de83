import { readdirSync } from 'node:fs'
import { expect, expectAccessible, test } from '../support/app.ts'

const guide = '/guides/preparing-for-adulthood/'
const pathway = '/pathways/ehc-needs-assessment-step-by-step/'
const route = '/routes/support-at-school-is-not-enough/'
const slugsOf = (collection: string) =>
  readdirSync(`site/content/${collection}`).map((file) => file.replace(/\.mdx?$/, ''))

test.describe('a guide in parts', () => {
  test('shows its contents on every part, and leads from one to the next', async ({ page }) => {
    await page.goto(guide)
    const contents = page.getByRole('navigation', { name: 'Pages in this guide' })
    await expect(contents.getByRole('listitem')).toHaveCount(5)
    await expect(contents.getByText('Preparing for adulthood')).toHaveAttribute('aria-current', 'page')
    await page.getByRole('link', { name: 'Next: Finding work' }).click()
    await expect(page).toHaveURL(/\/guides\/finding-work\/$/)
    await expect(page.getByText('Preparing for adulthood: page 2 of 5')).toBeVisible()
    await expect(contents.getByRole('listitem')).toHaveCount(5)
    const trail = page.getByRole('navigation', { name: 'Breadcrumb' })
    await expect(trail.getByRole('link', { name: 'Preparing for adulthood' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Previous: Preparing for adulthood' })).toBeVisible()
    await expectAccessible(page)
  })

  test('is one booklet to print, kept out of search, with addresses after its links', async ({ page }) => {
    await page.goto(guide)
    await page.getByRole('link', { name: 'Print it as a booklet' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Finding work' })).toBeVisible()
    await expect(page.locator('.booklet__part')).toHaveCount(5)
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
    await expect(page.getByText(/Made on \d+ \w+ \d{4}/)).toBeVisible()
    await expect(page.getByText(/see http:\/\/[^/]+\/guides\/preparing-for-adulthood\/ for/)).toBeVisible()
    const link = page.locator('.booklet__part a[href^="https://"]').first()
    const after = await link.evaluate((element) => getComputedStyle(element, '::after').content)
    expect(after).toContain('https://')
    await expectAccessible(page)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(50_000)
  })
})

test.describe('a pathway', () => {
  const steps = (page: import('@playwright/test').Page) => page.locator('[data-step-panel]')

  test('folds its steps, each button with its number, and remembers what was open', async ({ page }) => {
    await page.goto(pathway)
    const first = page.getByRole('button', { name: /^Step 1: / })
    await expect(first).toHaveAttribute('aria-expanded', 'false')
    await expect(steps(page).first()).toHaveAttribute('hidden', 'until-found')
    await first.focus()
    await page.keyboard.press('Enter')
    await expect(first).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('heading', { level: 3, name: 'What you can do' }).first()).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: /^Step 1: / })).toHaveAttribute('aria-expanded', 'true')
    await page.getByRole('button', { name: 'Show all steps' }).click()
    await expect(page.locator('[data-step-panel][hidden]')).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Hide all steps' }).click()
    await expect(page.locator('[data-step-panel]:not([hidden])')).toHaveCount(0)
  })

  test('says who acts and by when while it is folded, and opens to be printed', async ({ page }) => {
    await page.goto(pathway)
    await expect(page.getByText('Who acts:').first()).toBeVisible()
    await expect(page.getByText('By when:').first()).toBeVisible()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect(page.locator('[data-step-panel][hidden]')).toHaveCount(0)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect(page.locator('[data-step-panel]:not([hidden])')).toHaveCount(0)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('shows everything', async ({ page }) => {
      await page.goto(pathway)
      await expect(page.getByRole('heading', { level: 2, name: /^Step 1: / })).toBeVisible()
      await expect(page.getByRole('button', { name: /step/i })).toHaveCount(0)
      await expect(steps(page)).not.toHaveCount(0)
      for (const panel of await steps(page).all()) await expect(panel).toBeVisible()
    })
  })
})

test('a route shows ways side by side, and says of each what it stops', async ({ page }) => {
  await page.goto(route)
  const ways = page.getByRole('region', { name: 'Ways you can use at the same time' })
  await expect(ways.getByText('None of them stops the time limit of another.')).toBeVisible()
  await ways.getByRole('link', { name: /Ombudsman/ }).click()
  const ombudsman = page.locator('section.way:target')
  await expect(ombudsman).toContainText('within 12 months of knowing what went wrong')
  for (const asked of [
    'Who decides',
    'Time limit',
    'Does it stop another time limit?',
    'Cost',
    'What to bring',
  ])
    await expect(ombudsman.getByText(asked, { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('Easy Read and its guide lead to each other, and it says who has checked it', async ({ page }) => {
  const [slug] = slugsOf('easy-read')
  await page.goto(`/easy-read/${slug}/`)
  await expect(page.getByText('not yet checked by people with learning disabilities')).toBeVisible()
  const lines = page.locator('.easy__lines .easy__line')
  expect(await lines.count()).toBe(
    await page.locator('.easy__lines .easy-picture svg[aria-hidden="true"]').count(),
  )
  await page.locator('.easy__more').getByRole('link').click()
  await expect(page).toHaveURL(/\/guides\//)
  await page.locator('.page-tools').getByRole('link', { name: 'Easy Read' }).click()
  await expect(page).toHaveURL(new RegExp(`/easy-read/${slug}/$`))
  await expectAccessible(page)
})

test('the glossary leads from a short form to its word', async ({ page }) => {
  await page.goto('/glossary/')
  await page.getByRole('link', { name: 'special educational needs', exact: true }).first().click()
  await expect(page.locator('.words > div:target')).toContainText('special educational needs (SEN)')
  await expect(page.getByText('Is now called:').first()).toBeVisible()
  await expectAccessible(page)
})

test('young people have their own front page, reached from the home page', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Are you a young person?' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'For young people' })).toBeVisible()
  await expect(page.locator('.young__doors').getByRole('listitem')).toHaveCount(5)
  const things = page.getByRole('region', { name: 'Things to do' })
  await expect(things.getByRole('link', { name: 'Sport' })).toHaveAttribute(
    'href',
    '/services/category/sport-leisure/',
  )
  await expectAccessible(page)
})

test('a film of ours has captions and its words, and comes from here alone, when it is played', async ({
  page,
  house,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/guides/sen-support-at-school/')
  const film = page.locator('video')
  await expect(film.locator('track[kind="captions"]')).toHaveAttribute('src', /^\/recordings\/.*\.vtt$/)
  await page.getByText('Read the words').click()
  await expect(page.getByText('The film has no sound.')).toBeVisible()
  expect(asked.filter((url) => url.endsWith('.webm'))).toEqual([])
  await film.evaluate((element: HTMLVideoElement) => element.play())
  await expect.poll(() => film.evaluate((element: HTMLVideoElement) => element.duration)).toBeGreaterThan(20)
  expect(asked.filter((url) => !url.startsWith(house.url))).toEqual([])
})

test('the browser reads a page aloud when asked, pauses and stops', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        speak: (utterance: SpeechSynthesisUtterance) => said.push(utterance.text),
        pause: () => said.push('(pause)'),
        resume: () => said.push('(resume)'),
        cancel: () => said.push('(cancel)'),
      },
    })
    Reflect.set(window, 'said', said)
  })
  const said = () => page.evaluate(() => Reflect.get(window, 'said'))
  await page.goto('/guides/sen-support-at-school/')
  expect(await said()).toEqual([])
  await page.getByRole('button', { name: 'Listen to this page' }).click()
  await expect.poll(said).toEqual(['(cancel)', 'SEN support at school: assess, plan, do, review.'])
  await page.getByRole('button', { name: 'Pause' }).press('Enter')
  await page.getByRole('button', { name: 'Go on' }).press('Enter')
  await page.getByRole('button', { name: 'Stop' }).press('Enter')
  await expect
    .poll(said)
    .toEqual([
      '(cancel)',
      'SEN support at school: assess, plan, do, review.',
      '(pause)',
      '(resume)',
      '(cancel)',
    ])
  await expect(page.getByRole('button', { name: 'Listen to this page' })).toBeFocused()
})

test('“Exit this page” leaves at once, and Back shows a page that tells nothing', async ({ page }) => {
  await page.route('https://www.bbc.co.uk/weather', (answer) =>
    answer.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sunny</h1>' }),
  )
  await page.goto('/young-people/')
  await page
    .getByRole('button', { name: /Exit this page/ })
    .or(page.getByRole('link', { name: /Exit this page/ }))
    .click()
  await expect(page.getByRole('heading', { name: 'Sunny' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/leaving\/$/)
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible()
  await expect(page).toHaveTitle('Weather')
  await expect(page.locator('body')).not.toContainText(/young|Local Offer/i)

  await page.goto('/young-people/')
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
  await expect(page.getByRole('heading', { name: 'Sunny' })).toBeVisible()
})
