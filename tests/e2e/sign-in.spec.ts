import { join } from 'node:path'
import { expect, expectAccessible, test } from '../support/app.ts'
import { mailWith } from '../support/house-mails.ts'
import { run } from '../support/run-command.ts'

const root = join(import.meta.dirname, '../..')
const email = 'navigator@example.org'

test('an invited navigator signs in with the link in the email, which works once', async ({
  page,
  house,
}) => {
  const invitation = ['--email', email, '--name', 'Test navigator', '--role', 'navigator']
  const invited = await run(process.execPath, [join(root, 'scripts/invite.ts'), ...invitation], {
    cwd: root,
    env: { DATA_DIR: house.dataDir },
  })
  expect(invited).toMatchObject({ code: 0 })

  await page.goto('/sign-in/?next=/desk/')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Email me a link' }).click()
  await expectAccessible(page)

  const link = new RegExp(`${house.url}/sign-in/confirm/\\S+`)
  const address = link.exec(await mailWith(house, `To: ${email}`, link))?.[0] ?? ''
  await page.goto(address)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('switch', { name: 'Available for new chats' })).toBeVisible()

  await page.context().clearCookies()
  await page.goto(address)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main')).toContainText(/link|again/i)
  await page.goto('/desk/')
  await expect(page).toHaveURL(/\/sign-in\//)
})

test('an invitation without a role says what is needed', async ({ house }) => {
  const { code, output } = await run(process.execPath, [join(root, 'scripts/invite.ts'), '--email', email], {
    cwd: root,
    env: { DATA_DIR: house.dataDir },
  })
  expect(code).toBe(1)
  expect(output).toContain('Say whom to invite: --email, --name and --role')
})
