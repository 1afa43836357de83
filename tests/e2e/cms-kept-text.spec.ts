import type { Page } from '@playwright/test'
import { expect, signInAs, test } from '../support/app.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const address = '/admin/#/collections/services/entries/example-sen-youth-club'
const typed = 'Music, games and cooking on Thursdays, with a quiet room.'

/** Whether the browser has kept a text with these words by now. */
const hasKept = (page: Page, words: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('localforage')
        opening.onsuccess = () => {
          const kept = opening.result.transaction('keyvaluepairs').objectStore('keyvaluepairs').getAll()
          kept.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(kept.result).includes(wanted))
          }
        }
      }),
    words,
  )

test('what was typed and not saved comes back when the window was lost', async ({ page }) => {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'confirm') asked.push(dialog.message())
    return dialog.accept()
  })
  const summary = page.getByRole('textbox', { name: 'Summary', exact: true }).first()
  await signInAs(page, 'provider', '/drafts/')
  await page.goto(address)
  await summary.fill(typed)
  await expect.poll(() => hasKept(page, typed)).toBe(true)

  await page.goto('about:blank')
  await page.goto(address)
  await expect.poll(() => asked).toEqual([expect.stringContaining('that were not saved. Use them?')])
  await expect(summary).toHaveValue(typed)
})
