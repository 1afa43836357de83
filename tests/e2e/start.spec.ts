import { readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/app.ts'
import { freePort, runToEnd } from '../support/server-process.ts'

test('Ctrl-C stops it cleanly, and a second start builds nothing anew', async ({ house, page }) => {
  const release = () => readlinkSync(join(house.dataDir, 'releases/current'))
  const before = release()
  expect(await house.stop()).toBe(0)
  await house.start()
  expect(release()).toBe(before)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a live site with the demonstration’s settings is refused in one sentence', async ({ house }) => {
  await house.stop()
  const { code, stderr } = await runToEnd({
    NODE_ENV: 'production',
    AUTH_SECRET: 'only for this test, and long enough',
    PORT: String(await freePort()),
    DATA_DIR: house.dataDir,
  })
  expect(code).toBe(1)
  expect(stderr.trim()).toMatch(/^A live site \(NODE_ENV=production\) needs your council’s own settings.*$/)
  await house.start()
})

test('it says that it is well', async ({ request }) => {
  const health = await request.get('/api/health')
  expect(health.status()).toBe(200)
  expect(await health.json()).toMatchObject({ ok: true, database: 'ok', site: 'ok' })
})
