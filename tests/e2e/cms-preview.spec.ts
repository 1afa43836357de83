import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { createPreviewProcess } from '../../cms/preview/preview-process.ts'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'

// What is drawn is compared with the pages as they came, which other tests change.
test.use({ houseOf: 'previews' })

const root = join(import.meta.dirname, '../..')

test('every kind of page is drawn for a preview as the build draws it, to the letter', async ({ house }) => {
  test.setTimeout(120_000)
  const content = join(root, 'site/content')
  const paths = globSync('{*.yaml,*/*.md,*/*.mdx}', { cwd: content }).sort()
  const published = new Map(
    paths.map((path) => [path, { blob: path, text: readFileSync(join(content, path), 'utf8') }]),
  )
  const drawing = createPreviewProcess({ root })
  const drawn: string[] = []
  for (const [index, path] of paths.entries()) {
    const text = published.get(path)?.text ?? ''
    // Most services are alike, and pictures are told of by the CMS.
    if ((path.startsWith('services/') && index % 10 !== 0) || text.includes('\npictures:')) continue
    const answer = await drawing.draw(published, { file: { path, text }, pictures: [] })
    if (answer.kind === 'no-page') continue
    expect(answer).toMatchObject({ kind: 'drawn' })
    if (answer.kind !== 'drawn') continue
    const page = join(house.dataDir, 'releases/current', answer.path.replace(/#.*/, ''), 'index.html')
    expect(answer.html, path).toBe(withoutAssets(readFileSync(page, 'utf8')))
    drawn.push(path.replace(/[/.].*/, ''))
  }
  await drawing.close()
  expect([...new Set(drawn)]).toEqual(
    expect.arrayContaining([
      'area',
      'easy-read',
      'glossary',
      'guides',
      'news',
      'pathways',
      'plan',
      'services',
    ]),
  )
})

for (const [collection, slug, extension] of [
  ['services', 'example-sensory-room', 'md'],
  ['guides', 'annual-reviews', 'mdx'],
] as const) {
  test(`the draft of a page in ${collection} looks as the page on the site`, async ({
    page,
    house,
    browser,
  }) => {
    await signInAs(page, 'editor', '/admin/')
    await saveUnchanged(page, collection, slug, extension)
    // What scripts do to a page on the site is no part of the picture.
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: house.url,
      storageState: await page.context().storageState(),
    })
    const tab = await plain.newPage()
    for (const width of [390, 1280]) {
      await tab.setViewportSize({ width, height: 900 })
      await tab.goto(`/${collection}/${slug}/`)
      const live = await look(tab)
      await tab.goto(`/drafts/${collection}/${slug}/preview/`)
      await expect(tab.getByRole('region', { name: 'Preview' })).toContainText('It is not on the site yet.')
      expect(await look(tab)).toEqual(live)
    }
    await plain.close()

    // axe is a script, and the policy of the page lets none run.
    const audited = await browser.newContext({
      bypassCSP: true,
      // Tall enough for all of it: the bar at the foot covers what one has not scrolled to.
      viewport: { width: 390, height: 6_000 },
      baseURL: house.url,
      storageState: await page.context().storageState(),
    })
    const preview = await audited.newPage()
    await preview.goto(`/drafts/${collection}/${slug}/preview/`)
    await expect(preview.getByRole('region', { name: 'Preview' })).toBeVisible()
    await expectAccessible(preview)
    await expectToFitAcross(preview)
    await audited.close()
  })
}

test('beside the form stands the page with what is typed, and nothing in it runs', async ({ page }) => {
  test.setTimeout(180_000)
  page.on('dialog', (dialog) => dialog.accept())
  await signInAs(page, 'provider', '/admin/')
  await expect(page).toHaveURL(/\/admin\/#\/collections\//)
  await page.goto('/admin/#/collections/services/entries/example-saturday-play-and-sports-club')
  const name = page.getByLabel('Name', { exact: true }).first()
  await expect(name).toBeVisible({ timeout: 60_000 })
  const toggle = page.getByTitle('Show or hide the preview')
  await toggle.focus()
  await page.keyboard.press('Enter')

  const drawn = page.frameLocator('iframe[title="Preview"]').frameLocator('iframe')
  const heading = drawn.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Saturday play and sports club', { timeout: 30_000 })
  const typed = '<img src=x onerror="top.hasRun=true"> club'
  await name.fill(typed)
  await expect(heading).toHaveText(typed)
  expect(await drawn.locator('script').count()).toBe(0)
  expect(await page.evaluate('"hasRun" in window')).toBe(false)
  await expect(heading).toHaveCSS('font-family', /Atkinson Hyperlegible/)

  await name.fill('')
  const words = page.frameLocator('iframe[title="Preview"]')
  await words.getByText('One thing is not right yet').click()
  await expect(words.getByText('Name: write something.')).toBeVisible()

  await toggle.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('iframe[title="Preview"]')).toHaveCount(0)
})

/** The main part of a page: what stands in it, and how some of it looks once its letters are there. */
async function look(page: Page): Promise<unknown> {
  await expect.poll(() => page.evaluate('document.body.offsetHeight && document.fonts.status')).toBe('loaded')
  return page.evaluate(() => {
    const main = document.querySelector('main')
    const styles = ['main', 'h1', 'main p', 'main a', 'main h2', 'header', 'footer'].map((selector) => {
      const element = document.querySelector(selector)
      const { fontFamily, fontSize, color, backgroundColor } = element
        ? getComputedStyle(element)
        : new CSSStyleDeclaration()
      const { width, height } = element?.getBoundingClientRect() ?? new DOMRect()
      return { selector, fontFamily, fontSize, color, backgroundColor, width, height }
    })
    const text = main?.innerHTML
      .replaceAll(' target="_self"', '')
      .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    return { text, styles }
  })
}

/** Makes a draft of a page as it is. */
async function saveUnchanged(page: Page, collection: string, slug: string, extension: string) {
  const me = z.object({ csrfToken: z.string() }).parse(await (await page.request.get('/api/me')).json())
  const ask = async (action: string, params: object) => {
    const reply = await page.request.post('/api/cms', {
      headers: { 'x-csrf-token': me.csrfToken, origin: new URL(page.url()).origin },
      data: { action, params },
    })
    expect(reply.ok(), await reply.text()).toBe(true)
    return z.looseObject({ data: z.string().optional() }).parse(await reply.json())
  }
  const path = `${collection}/${slug}.${extension}`
  const { data } = await ask('getEntry', { branch: 'main', path })
  await ask('persistEntry', {
    branch: 'main',
    dataFiles: [{ path, slug, raw: data }],
    assets: [],
    options: {
      collectionName: collection,
      newEntry: false,
      useWorkflow: true,
      commitMessage: '',
      status: 'draft',
    },
  })
}

/** A released page without what a preview leaves out. */
function withoutAssets(html: string): string {
  return html
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replaceAll(/<link\b[^>]*\brel="(?:preload|modulepreload|stylesheet)"[^>]*>/gi, '')
}
