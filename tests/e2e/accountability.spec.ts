import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { expect, expectAccessible, signInAs, test } from '../support/app.ts'

const comments = (page: Page) => page.getByRole('main').getByRole('article')

test.describe('a parent asks what came of comments', () => {
  test('narrows them at once, and can send the link to what is left', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('contentinfo').getByRole('link', { name: 'You said, we did' }).click()
    const says = page.getByRole('status')
    await expect(says).toHaveText(/^All \d+ comments$/)
    const all = await comments(page).count()
    expect(all).toBeGreaterThanOrEqual(20)
    await page.getByLabel('Topic').selectOption('adulthood')
    await page.getByLabel('What came of it').selectOption('done')
    await expect(page).toHaveURL(/\?topic=adulthood&state=done$/)
    await expect(says).toHaveText(`1 of ${all} comments`)
    await expect(comments(page)).toHaveCount(1)
    await expect(comments(page)).toContainText('the campaign was launched as planned')
    await expectAccessible(page)

    await page.reload()
    await expect(says).toHaveText(`1 of ${all} comments`)
    await page.getByRole('button', { name: 'Show all' }).press('Enter')
    await expect(comments(page)).toHaveCount(all)
    await expect(page).toHaveURL(/\/you-said-we-did\/$/)
  })

  test('sees the newest first and those without a date last, each with an address of its own', async ({
    page,
  }) => {
    await page.goto('/you-said-we-did/')
    await expect(comments(page).first()).toContainText('September 2021')
    await expect(comments(page).last()).toContainText('not dated')
    const title = comments(page).nth(3).getByRole('link').first()
    const name = (await title.textContent()) ?? ''
    await title.click()
    await expect(page).toHaveURL(/#[a-z-]+$/)
    await expect(page.locator(':target')).toContainText(name)
  })

  test('reads the annual review: what is asked, and what is rewritten by when', async ({ page }) => {
    await page.goto('/you-said-we-did/')
    await page
      .getByRole('main')
      .getByRole('link', { name: /^The annual review/ })
      .click()
    await expect(page.getByText('How should it change?')).toBeVisible()
    await expect(page.getByText('Did we get it right?')).toBeVisible()
    await expect(page.getByText('By August 2017')).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the same lists can be narrowed by following links', async ({ page }) => {
    await page.goto('/you-said-we-did/')
    await page.getByText('Show a part of this list').click()
    await page.getByRole('link', { name: 'Done', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You said, we did: Done')
    await expect(comments(page)).not.toHaveCount(0)
    for (const comment of await comments(page).all()) await expect(comment).toContainText('Done')

    await page.goto('/plan/communicating-the-local-offer-2017/')
    await page.getByText('Show a part of this list').click()
    await page.getByRole('link', { name: 'On track', exact: true }).click()
    await expect(page.getByRole('article')).toHaveCount(2)
    await expect(page.getByText('State: On track')).toBeVisible()
  })
})

test.describe('a member of the board looks at a plan', () => {
  test('sees what changed, narrows it by lead role, and takes it along as a spreadsheet', async ({
    page,
  }) => {
    await page.goto('/plan/')
    await page.getByRole('main').getByRole('link', { name: 'Communicating the Local Offer' }).click()
    await expect(page.getByText('This plan is archived')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'What changed since last term' })).toBeVisible()
    await expect(page.getByText('was held, at the parent carer network’s fun day').first()).toBeVisible()
    await expect(page.getByText('Overdue', { exact: true })).toHaveCount(0)

    await page.getByLabel('Lead role').selectOption({ label: 'Head of Localities and Partnerships (1)' })
    await expect(page.getByRole('status')).toHaveText('1 of 23 actions')
    await expect(page.getByRole('article')).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(1)
    await expectAccessible(page)

    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download it for a spreadsheet (CSV)' }).click()
    const rows: Record<string, string>[] = parse(readFileSync(await (await waiting).path()), {
      bom: true,
      columns: true,
    })
    expect(rows).toHaveLength(78)
    expect(rows.filter(({ state }) => state === 'Done')).toMatchObject([
      { due: '2017-03', done_in: '2017-03' },
    ])
  })

  test('sees figures as charts with the same figures in a table beside them', async ({ page }) => {
    await page.goto('/progress/')
    const indicator = page.getByRole('article', { name: 'Parents who know and understand the Local Offer' })
    await expect(indicator.getByRole('img')).toHaveAccessibleName(/It began at 24% in 2016.*90% in 2020/)
    const row = indicator.getByRole('row', { name: /2018/ })
    await expect(row).toContainText('80%')
    await expect(row).toContainText('No figure published')
    await expect(page.getByRole('article', { name: 'Average distance to health services' })).toContainText(
      'No figure published.',
    )
    await expectAccessible(page)
  })
})

test.describe('a family looks for what is on', () => {
  test('sees what is to come, and how to book; what is over is folded away', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-30T12:00:00Z'))
    await page.goto('/news/')
    const coming = page.getByRole('listitem').filter({ hasText: 'Winter holiday mornings' })
    await expect(coming).toContainText('21 to 23 December 2026, 9:30am to 12:30pm each day')
    await expect(page.getByRole('link', { name: 'Autumn drop-in' })).toBeHidden()
    await page.getByText('What is over').click()
    await expect(page.getByRole('link', { name: 'Autumn drop-in' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Winter holiday mornings' }).click()
    await expect(page.getByText('Ask the club for a place by 14 December')).toBeVisible()
    await expect(page.getByText('This is over.')).toBeHidden()
    await expectAccessible(page)
  })

  test('finds an event folded away once it is over, though the page was built before', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-12-05T14:01:00Z'))
    await page.goto('/news/')
    await expect(page.getByRole('link', { name: 'Quiet swim for families' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Local Offer live' })).toBeHidden()
    await page.getByText('What is over').click()
    await expect(page.locator('[data-news-past]').getByRole('link').first()).toHaveText('Local Offer live')
    await page.getByRole('link', { name: 'Local Offer live' }).click()
    await expect(page.getByText('This is over.')).toBeVisible()
  })

  test('follows it in a calendar and in feeds, which hold the site’s own address', async ({
    request,
    house,
  }) => {
    const read = async (path: string) => {
      const answer = await request.get(path)
      return { type: answer.headers()['content-type'] ?? '', text: await answer.text() }
    }
    const calendar = await read('/news/calendar.ics')
    expect(calendar.type).toContain('text/calendar')
    expect(calendar.text.replaceAll('\r\n ', '')).toContain(
      `URL;VALUE=URI:${house.url}/news/winter-holiday-mornings/`,
    )
    for (const path of ['/news/feed.xml', '/you-said-we-did/feed.xml']) {
      const feed = await read(path)
      expect(feed.type).toContain('application/rss+xml')
      expect(feed.text).toContain(`<link>${house.url}${path.replace('feed.xml', '')}`)
      expect(feed.text).not.toContain('.invalid/')
    }
    expect((await read('/news/winter-holiday-mornings.ics')).text).toContain('BEGIN:VEVENT')
  })
})

test('an editor finds plans, objectives, figures, news and annual reviews in the CMS', async ({ page }) => {
  await signInAs(page, 'editor', '/admin/')
  for (const name of [
    'Improvement plans',
    'Objectives of the improvement plans',
    'Progress',
    'News and events',
    'Annual reviews of the Local Offer',
  ])
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Objectives of the improvement plans', exact: true }).click()
  await page.getByRole('link', { name: /A campaign, so that people hear/ }).click()
  await expect(page.getByLabel('Objective', { exact: true })).toHaveValue(/A campaign, so that people hear/)
})
