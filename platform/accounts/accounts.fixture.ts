import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import type { TestDatabases } from '../../tests/support/databases.ts'
import { type Audit, createAudit } from '../audit.ts'
import { randomId, systemClock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { createLog } from '../log.ts'
import { createMail } from '../mail.ts'
import { createMailDelivery } from '../mail-delivery.ts'
import { migratePlatform } from '../migrations/platform-migrations.ts'
import { createPages } from '../pages/shell.ts'
import { addSecurityHeaders } from '../security-headers.ts'
import type { AccountsConfig } from './account-parts.ts'
import { type Accounts, createAccounts } from './accounts.ts'
import { requireGrant } from './guard.ts'

export const publicUrl = 'http://localhost:8080'
export const demoProviderId = '8f6f5f0e-6b1e-4c43-9d0a-3a1f4f3c9b10'

/** The accounts of an installation as a server has them, on a fresh database, with messages written to files. */
export async function startAccounts(
  databases: TestDatabases,
  settings: Partial<AccountsConfig> = {},
): Promise<Installation> {
  const place = await databases.place()
  const database = await databases.open(place)
  await migratePlatform(database)
  const release = join(place.dataDir, 'release')
  await mkdir(join(release, 'shell'), { recursive: true })
  await writeFile(join(release, 'shell', 'index.html'), shell)

  const logged: string[] = []
  const log = createLog({ production: false }, { write: (line) => logged.push(line) })
  const shared = { database, clock: systemClock, newId: randomId, log }
  const config = {
    publicUrl,
    cmsOrigin: undefined,
    demo: false,
    production: false,
    host: '127.0.0.1',
    sessionIdleMinutes: 60,
    singleSignOn: undefined,
    ...settings,
  }
  const deliver = createMailDelivery(
    { smtpUrl: undefined, mailFrom: 'Local Offer <local-offer@example.org>', dataDir: place.dataDir },
    log,
  )
  const mail = createMail({ ...shared, deliver })
  const audit = createAudit(shared)
  const pages = createPages({ releaseDir: () => release })
  const accounts = await createAccounts({
    ...shared,
    config,
    secret: 's'.repeat(40),
    mail,
    audit,
    pages,
    demoProviderId,
    places: () => ({
      organisations: [{ id: demoProviderId, name: 'Example Play Club' }],
      directorates: [{ id: 'education', name: 'Education' }],
    }),
  })

  const loggerInstance: FastifyBaseLogger = log
  const app = fastify({ loggerInstance })
  await addSecurityHeaders(app, config)
  app.addHook('onRequest', accounts.noteUse)
  await app.register(accounts.routes)
  app.get('/desk/', { preHandler: requireGrant(accounts, ['navigator', 'lead']) }, async () => 'the desk')

  const mailFolder = join(place.dataDir, 'mail')
  return {
    app,
    accounts,
    database,
    audit,
    logged,
    async messages() {
      await mail.deliverDue()
      await mkdir(mailFolder, { recursive: true })
      const names = (await readdir(mailFolder)).sort()
      const texts = await Promise.all(names.map((name) => readFile(join(mailFolder, name), 'utf8')))
      await Promise.all(names.map((name) => rm(join(mailFolder, name))))
      return texts.map((text) => text.replaceAll('\r\n', '\n'))
    },
    post: (url, form, headers = {}) =>
      app.inject({
        method: 'POST',
        url,
        headers: withoutMissing({
          origin: publicUrl,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        }),
        payload: new URLSearchParams(form).toString(),
      }),
  }
}

export interface Installation {
  app: FastifyInstance
  accounts: Accounts
  database: Database
  audit: Audit
  /** lines of the log */
  logged: string[]
  /** sends what is queued; gives the messages that were written since the last call */
  messages(): Promise<string[]>
  /** sends a form as a page of the site does */
  post(
    url: string,
    form: Record<string, string>,
    headers?: Record<string, string | undefined>,
  ): Promise<LightMyRequestResponse>
}

/** Asks for a link as this person and gives the address in the message. */
export async function linkFor(site: Installation, email: string, next?: string): Promise<URL> {
  await site.post('/sign-in/', next === undefined ? { email } : { email, next })
  const found = (await site.messages()).map((text) => /^https?:\S+\/confirm\/\S+$/m.exec(text)?.[0])
  const link = found.find((address) => address !== undefined)
  if (link === undefined) throw new Error('no message with a link was written')
  return new URL(link)
}

/** Presses the button of a link's page; gives the answer. */
export function pressButton(site: Installation, link: URL): Promise<LightMyRequestResponse> {
  return site.post('/sign-in/confirm/', Object.fromEntries(link.searchParams))
}

/** The session cookie of an answer, as a browser sends it back. */
export function cookieOf(response: LightMyRequestResponse): string {
  return response.cookies
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
}

/** An account with these rights, signed in through a link; gives its cookie. */
export async function signInAs(site: Installation, email: string): Promise<string> {
  return cookieOf(await pressButton(site, await linkFor(site, email)))
}

/** Headers that are sent: one set to undefined is left out. */
function withoutMissing(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

const shell = `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%%TITLE%%</title></head>
<body><main id="main"><!--%%BODY%%--></main></body>
</html>
`
