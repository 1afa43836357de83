import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { bringBuiltSite } from './built-site.ts'
import { inviteStaff } from './invite-staff.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { endServer, freePort, startServer } from './server-process.ts'

/** The whole house, with a real mail server that takes its letters. */
export interface MailedHouse {
  readonly url: string
  readonly dataDir: string
  readonly mail: MailServer
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** Starts it, by another `script` than `scripts/serve.ts` where one is named, with more of an environment. */
export async function startMailedHouse(
  env: Readonly<Record<string, string>> = {},
  script?: string,
): Promise<MailedHouse> {
  const mail = await startMailServer()
  const dataDir = mkdtempSync(join(tmpdir(), 'local-offer-mailed-'))
  bringBuiltSite(dataDir)
  const port = await freePort()
  const child = await startServer(
    { ...{ PORT: String(port), DATA_DIR: dataDir, DEMO: '1', SMTP_URL: mail.url }, ...env },
    script,
  )
  return {
    ...{ url: `http://localhost:${port}`, dataDir, mail, child },
    async stop() {
      await endServer(child, 'SIGTERM')
      await mail.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The newest letter to an address whose text has these words, once the mail server has it. */
export async function letterTo(
  { mail }: Pick<MailedHouse, 'mail'>,
  to: string,
  words: string | RegExp,
): Promise<string> {
  const find = () =>
    mail.letters.findLast((letter) => letter.to === to && letter.source.search(words) >= 0)?.source ?? ''
  await expect.poll(find, { timeout: 30_000 }).not.toBe('')
  return find()
}

/** Somebody new in a window: invited with a role, and signed in with the link from their mailbox. */
export async function arrive(
  house: Pick<MailedHouse, 'dataDir' | 'mail'>,
  page: Page,
  { email, name, role, next }: { email: string; name: string; role: string; next: string },
): Promise<void> {
  await inviteStaff(house, { email, name, role })
  await page.goto(`/sign-in/?${new URLSearchParams({ next })}`)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Email me a link' }).click()
  const letter = await letterTo(house, email, '/sign-in/confirm/')
  await page.goto(/\/sign-in\/confirm\/\S+/.exec(letter)?.[0] ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
}
