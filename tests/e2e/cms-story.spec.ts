import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { expectAccessible, signInAs } from '../support/app.ts'
import { chooseInMenu, countPointers, pressAt, tabTo } from '../support/keyboard.ts'
import { arrive, letterTo, type MailedHouse, startMailedHouse } from '../support/mailed-house.ts'

const service = '42nd-street'
const organisation = 'f566cd3e-0faf-54ae-bad1-0d899d36ebc7'
const draft = `/drafts/services/${service}/`
const editorForm = `/admin/#/collections/services/entries/${service}`
const summary = 'Talking and groups for young people who feel low or worried, with a quiet room to wait in.'
const toCome = { timeout: 60_000 }

/** Who is there: Asha keeps the pages of her organisation, Edith is an editor, and somebody is from another organisation. */
interface Story {
  house: MailedHouse
  edith: Page
  asha: Page
  other: Page
}

test('a provider who was invited changes her page by keyboard, an editor asks and publishes, and nobody else gets near it', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const house = await startMailedHouse()
  const somebody = async () =>
    (await browser.newContext({ baseURL: house.url, locale: 'en-GB', reducedMotion: 'reduce' })).newPage()
  try {
    const edith = await arriveAsEditor(house, await somebody())
    const story: Story = { house, edith, asha: await somebody(), other: await somebody() }
    const pointers = await countPointers(story.asha)
    await test.step('the editor invites her by email', () => invite(story))
    await test.step('she opens the email and is in', () => acceptInvitation(story))
    await test.step('she edits, previews, saves and submits', () => edit(story))
    await test.step('another organisation gets nowhere near it', () => stayOutside(story))
    await test.step('the editor comments, she answers', () => discuss(story))
    expect(pointers(), 'presses of a mouse').toBe(0)
    await test.step('the editor approves, and the site shows it', () => publish(story))
    await test.step('the history names both', () => readHistory(story))
  } finally {
    await closeAll(browser)
    await house.stop()
  }
})

async function arriveAsEditor(house: MailedHouse, page: Page): Promise<Page> {
  const email = 'edith@council.example.org'
  await arrive(house, page, { email, name: 'Edith', role: 'editor', next: '/organisations/' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Organisations')
  return page
}

async function invite({ edith }: Story) {
  await edith.getByLabel('Name of the organisation').fill('42nd')
  await edith.getByRole('button', { name: 'Find' }).click()
  await edith.getByRole('main').getByRole('link', { name: '42nd Street' }).click()
  await edith.getByLabel('Name', { exact: true }).fill('Asha')
  await edith.getByLabel('Email address').fill('asha@street.example.org')
  await edith.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(edith.getByRole('status')).toContainText('The email is on its way.')
}

async function acceptInvitation({ house, asha }: Story) {
  const letter = await letterTo(house, 'asha@street.example.org', 'Keep the pages of 42nd Street right')
  await asha.goto(/\/sign-in\/invitation\/\S+/.exec(letter)?.[0] ?? '')
  await pressAt(asha.getByRole('button', { name: 'Sign in' }))
  await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Your services')
  await pressAt(asha.getByRole('link', { name: '42nd Street', exact: true }))
  await pressAt(asha.getByRole('link', { name: 'Change everything else in the full editor' }))
}

async function edit({ asha }: Story) {
  const field = asha.getByRole('textbox', { name: 'Summary', exact: true }).first()
  await expect(field).toBeVisible(toCome)
  await tabTo(field)
  await asha.keyboard.press('Control+A')
  await asha.keyboard.type(summary)
  await pressAt(asha.getByRole('button', { name: 'Show or hide the preview' }), { back: true })
  const pane = asha.frameLocator('iframe[title="Preview"]')
  await expect(pane.frameLocator('iframe').getByText(summary)).toBeVisible(toCome)

  await pressAt(asha.getByRole('button', { name: 'Save', exact: true }), { back: true })
  // A step taken while the save is on its way is answered with “save first”.
  await expect(asha.getByRole('alert').filter({ hasText: /^Saved$/ })).toBeVisible()
  await pressAt(asha.getByRole('button', { name: 'Status: Draft' }))
  await chooseInMenu(asha, 'In review')
  await expect(asha.getByRole('button', { name: 'Status: In review' })).toBeVisible()

  await asha.goto(`${draft}preview/`)
  await expect(asha.getByText(summary)).toBeVisible(toCome)
  await asha.goto(`/services/${service}/`)
  await expect(asha.getByText(summary)).toHaveCount(0)
}

/** Tries every door with a session of another organisation: all stay shut, and what stands behind them is not told. */
async function stayOutside({ other }: Story) {
  await signInAs(other, 'provider', '/admin/')
  await expect(other.getByRole('heading', { level: 1, name: 'Services' })).toBeVisible(toCome)
  await other.goto(editorForm)
  await expect(other.getByText(/This record belongs to someone else/)).toBeVisible()
  await other.goto('/admin/#/workflow')
  await expect(other.getByRole('heading', { level: 1, name: 'Drafts' })).toBeVisible()
  await expect(other.getByText('42nd Street')).toHaveCount(0)

  const addresses = [
    draft,
    `${draft}preview/`,
    `${draft}choose/`,
    `${draft}throw-away/`,
    `/records/services/${service}/history/`,
    `/my-services/${service}/`,
    `/my-services/${service}/close/`,
    `/organisations/${organisation}/`,
  ]
  for (const address of addresses) {
    const answer = await other.request.get(address)
    expect([403, 404], address).toContain(answer.status())
    expect(await answer.text(), address).not.toMatch(/quiet room|Asha/)
  }
  const list = await other.request.get('/drafts/')
  expect(await list.text()).not.toContain('42nd Street')

  const { csrfToken } = z
    .object({ csrfToken: z.string() })
    .parse(await (await other.request.get('/api/me')).json())
  const place = { collection: 'services', slug: service }
  const path = `services/${service}.md`
  const raw = '---\nname: Taken over\n---\n'
  const deeds: [string, object][] = [
    ['getEntry', { path }],
    ['unpublishedEntry', place],
    ['unpublishedEntry', { id: `services/${service}` }],
    ['unpublishedEntryDataFile', { ...place, path }],
    ['updateUnpublishedEntryStatus', { ...place, newStatus: 'pending_publish' }],
    ['publishUnpublishedEntry', place],
    ['deleteUnpublishedEntry', place],
    ['deleteFiles', { paths: [path] }],
    [
      'persistEntry',
      {
        dataFiles: [{ path, slug: service, raw }],
        options: { collectionName: 'services', useWorkflow: true },
      },
    ],
  ]
  for (const [action, params] of deeds) {
    const answer = await other.request.post('/api/cms', {
      headers: { 'x-csrf-token': csrfToken },
      data: { action, params },
    })
    expect([403, 404], action).toContain(answer.status())
    expect(await answer.text(), action).not.toMatch(/quiet room|Asha/)
  }
  for (const deed of ['submit', 'publish', 'note'])
    expect(
      (await other.request.post(draft, { form: { csrf: csrfToken, do: deed, text: 'Let me in.' } })).status(),
      deed,
    ).toBeGreaterThanOrEqual(403)
}

async function discuss({ house, edith, asha }: Story) {
  await letterTo(house, 'edith@council.example.org', 'A change of this page was sent for review')
  await edith.goto('/drafts/')
  await edith
    .getByRole('main')
    .getByRole('link', { name: /42nd Street/ })
    .first()
    .click()
  await expect(edith.getByRole('main')).toContainText(summary)
  await expectAccessible(edith)
  await edith.getByLabel('Write a note').fill('Is the quiet room open on all days?')
  await edith.getByRole('button', { name: 'Send the note' }).click()
  await expect(edith.getByRole('status')).toContainText('Your note is saved.')

  const letter = await letterTo(house, 'asha@street.example.org', 'There is a note about it')
  expect(letter).not.toContain('quiet room')
  await asha.goto(/\/drafts\/services\/\S+/.exec(letter)?.[0] ?? '')
  await expect(asha.getByRole('main')).toContainText('Is the quiet room open on all days?')
  await tabTo(asha.getByLabel('Write a note'))
  await asha.keyboard.type('Yes, on all of them.')
  await pressAt(asha.getByRole('button', { name: 'Send the note' }))
  await expect(asha.getByRole('status')).toContainText('Your note is saved.')

  await edith.reload()
  await expect(edith.getByRole('article').last()).toContainText('Yes, on all of them.')
  await expect(edith.getByRole('article').last()).toContainText('Asha (provider)')
}

async function publish({ edith, asha }: Story) {
  await edith.getByRole('button', { name: 'Approve, publish later' }).click()
  await expect(edith.getByRole('status')).toContainText('It is ready.')
  await edith.getByRole('button', { name: 'Publish now' }).click()
  await expect(edith.getByRole('heading', { level: 1 })).toHaveText('“42nd Street” is published')
  await expect(edith.getByRole('status')).toContainText('The site now shows your change.', {
    timeout: 150_000,
  })
  await edith.getByRole('link', { name: 'Open the page on the site' }).click()
  await expect(edith.getByText(summary).first()).toBeVisible()
  await asha.goto(`/services/${service}/`)
  await expect(asha.getByText(summary).first()).toBeVisible()
}

async function readHistory({ edith, asha }: Story) {
  for (const page of [edith, asha]) {
    await page.goto(`/records/services/${service}/history/`)
    await expect(page.getByRole('main')).toContainText(
      'Written by Asha (provider). Published by Edith (editor).',
    )
    await expect(page.getByRole('main')).toContainText(summary)
  }
}

async function closeAll(browser: Browser) {
  await Promise.all(browser.contexts().map((open) => open.close()))
}
