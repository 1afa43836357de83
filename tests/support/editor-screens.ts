import type { Page } from '@playwright/test'
import { expect } from './app.ts'

const ownService = 'example-saturday-play-and-sports-club'
const toCome = { timeout: 60_000 }

/** A screen of the editor of records, as the accessibility statement names it, and how one gets there. */
export interface EditorScreen {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

/** What a provider and an editor both see. */
export const screensOfAll: readonly EditorScreen[] = [
  { name: 'list of services', open: (page) => list(page, 'services') },
  {
    name: 'list as cards',
    open: async (page) => {
      await page.getByRole('button', { name: 'Show as cards' }).press('Enter')
    },
  },
  { name: 'menu of orders', open: (page) => openMenu(page, 'Sort by') },
  { name: 'menu of new pages', open: (page) => openMenu(page, 'New') },
  { name: 'menu of the account', open: (page) => openMenu(page, 'Your account') },
  { name: 'search', open: search },
  { name: 'form of a service', open: (page) => formOf(page, 'services', ownService) },
  { name: 'form beside its preview', open: showPreview },
  { name: 'form of a service with mistakes', open: spoilForm },
  { name: 'notice of a save', open: mendForm },
  { name: 'menu of the status', open: (page) => openMenu(page, /^Status: /) },
  { name: 'board of drafts', open: board },
  { name: 'form of a new service', open: newService },
]

/** What only an editor sees. */
export const screensOfEditors: readonly EditorScreen[] = [
  { name: 'form of a guide', open: (page) => formOf(page, 'guides', 'annual-reviews') },
  { name: 'area settings', open: (page) => formOf(page, 'area', 'area') },
  { name: 'words families use', open: (page) => formOf(page, 'synonyms', 'synonyms') },
]

async function list(page: Page, collection: string) {
  await page.goto(`/admin/#/collections/${collection}`)
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible(toCome)
}

async function openMenu(page: Page, name: string | RegExp) {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name, exact: true }).press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeVisible()
}

async function search(page: Page) {
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Search' }).fill('club')
  await page.getByRole('textbox', { name: 'Search' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Found for “club”/ })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: /club/i }).first()).toBeVisible(toCome)
}

/** Opens the form of a record, with all of its groups and lists unfolded. */
export async function formOf(page: Page, collection: string, slug: string) {
  // From its list, as people do: from form to form the page is loaded anew.
  await page.goto(`/admin/#/collections/${collection}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(toCome)
  await page.goto(`/admin/#/collections/${collection}/entries/${slug}`)
  await unfold(page)
}

async function newService(page: Page) {
  await page.goto('/admin/#/collections/services/new')
  await unfold(page)
}

async function unfold(page: Page) {
  await expect(page.getByRole('main', { name: 'Form' }).getByRole('textbox').first()).toBeVisible(toCome)
  // Once for groups, once for the groups inside them. An empty list stays folded.
  for (const _depth of ['groups', 'inside'])
    await page.evaluate(
      `for (const one of document.querySelectorAll('main button[aria-label="Show"], [role="main"] button[aria-label="Show"]')) one.click()`,
    )
}

/** Saves what is in the form, and waits until it is stored: the steps that follow need it. */
export async function saveForm(page: Page) {
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  const notice = page.getByRole('alert').filter({ hasText: /^Saved$/ })
  await expect(notice.first()).toBeVisible()
}

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true }).first()

async function showPreview(page: Page) {
  await page.getByRole('button', { name: 'Show or hide the preview' }).press('Enter')
  const pane = page.frameLocator('iframe[title="Preview"]').frameLocator('iframe')
  await expect(pane.getByRole('heading', { level: 1 })).toBeVisible(toCome)
}

async function spoilForm(page: Page) {
  await page.getByRole('button', { name: 'Show or hide the preview' }).press('Enter')
  await nameOf(page).fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByText('Name is missing.')).toBeVisible()
  await expect(nameOf(page)).toHaveAccessibleDescription(/Name is missing\./)
}

async function mendForm(page: Page) {
  // Another name each time: a form that says what the draft says already has nothing to save.
  await nameOf(page).fill(`Saturday play and sport ${Date.now()}`)
  await saveForm(page)
  await expect(page.getByRole('button', { name: /^Status: / })).toBeVisible()
}

async function board(page: Page) {
  await page.goto('/admin/#/workflow')
  await expect(page.getByRole('link', { name: /Saturday play and sport/ })).toBeVisible(toCome)
}
