import { type Role, roles } from '../../platform/accounts/grants.ts'
import { staffPages } from '../../platform/pages/staff-pages.ts'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'

test.use({ houseOf: 'staff-pages' })
// Nothing here is changed, and these tests are the last: all workers share them.
test.describe.configure({ mode: 'parallel' })

/** The CMS is a program in the browser that asks by itself who its reader is; tests/e2e/cms.spec.ts tries it. */
const pages = staffPages.filter(({ path }) => path !== '/admin/')

/** Where each role arrives that the demonstration lets one try. */
const landing: Readonly<Record<Role, string>> = {
  navigator: '/desk/',
  lead: '/desk/',
  officer: '/sessions/',
  editor: '/desk/tasks/',
  provider: '/my-services/',
  admin: '/people/',
}

for (const role of roles)
  test(`the pages for staff open for ${role}, or say that they do not, as their list has it`, async ({
    page,
  }) => {
    await signInAs(page, role, landing[role])
    for (const { path, roles: allowed } of pages) {
      const mayOpen = allowed.length === 0 || allowed.includes(role)
      await test.step(`${path}: ${mayOpen ? 'opens' : 'is refused'}`, async () => {
        const response = await page.goto(path)
        expect(response?.status()).toBe(mayOpen ? 200 : 403)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 640 })
        await expectToFitAcross(page)
        await page.setViewportSize({ width: 1280, height: 720 })
      })
    }
  })

test('each page for staff asks who is not signed in to sign in, and comes back to it', async ({ page }) => {
  for (const { path } of pages) {
    await page.goto(path)
    await expect(page).toHaveURL(
      (url) => url.pathname === '/sign-in/' && url.searchParams.get('next') === path,
    )
  }
})

test('a form that no page of ours has opened changes nothing', async ({ page }) => {
  await signInAs(page, 'lead', '/desk/')
  for (const { path } of pages.filter(({ path }) => path !== '/desk/')) {
    const foreign = await page.request.post(path, {
      form: { csrf: 'guess' },
      headers: { origin: 'https://evil.example' },
      maxRedirects: 0,
    })
    expect([403, 404, 405], path).toContain(foreign.status())
  }
})
