import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAccountStore } from '#platform/accounts/account-store.ts'
import { createAudit } from '#platform/audit.ts'
import type { Database } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { createMail, type Mail } from '#platform/mail.ts'
import { createMailDelivery } from '#platform/mail-delivery.ts'
import { type MailServer, startMailServer } from '../../tests/support/mail-server.ts'
import { openWithAccounts } from '../accounts.fixture.ts'
import { morePeople, people } from '../people.fixture.ts'
import { buildFailed, createBuildNews, siteSubject } from './build-news.ts'

let root: string
let post: MailServer
let database: Database
let mail: Mail

const clock = () => Date.parse('2026-11-23T09:30Z')

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'build-news-'))
  post = await startMailServer()
  const schools = morePeople['schools'] ?? []
  database = (await openWithAccounts(root, { ...people, schools }, clock)).database
  const demonstration = { email: 'ada@demo.example', name: 'Ada', grants: schools, demonstration: true }
  const store = createAccountStore({ database, clock, newId: () => 'account-ada' })
  await database.write((trx) => store.add(trx, demonstration))
  const log = createLog({ production: true }, { write: () => {} })
  const config = { smtpUrl: post.url, mailFrom: 'Local Offer <noreply@localoffer.example>', dataDir: root }
  mail = createMail({ database, clock, newId: randomUUID, log, deliver: createMailDelivery(config, log) })
})

afterEach(async () => {
  await post.stop()
  await database.close()
  rmSync(root, { recursive: true, force: true })
})

/** As a program that starts makes it. */
const start = () =>
  createBuildNews({
    ...{ database, mail, clock, siteUrl: 'https://localoffer.example' },
    audit: createAudit({ database, clock }),
    accounts: createAccountStore({ database, clock, newId: randomUUID }),
  })

/** What came since the last call. */
async function delivered() {
  await mail.deliverDue()
  return post.letters.splice(0).map(({ to, source }) => {
    const subject = /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? ''
    return { to, subject, text: source.slice(source.indexOf('\r\n\r\n')).replaceAll('\r\n', '\n').trim() }
  })
}

const subjects = async () => (await delivered()).map(({ to, subject }) => `${to}: ${subject}`).sort()
const notYet = 'What was published is not on the Local Offer yet'
const again = 'The Local Offer shows everything that was published again'
const commit = 'c'.repeat(40)

it('tells every editor once that a build failed, also when it fails again and after a restart, and once that it works', async () => {
  const news = start()
  await news.works({ commit })
  expect(await subjects()).toEqual([])
  await news.failed({ commit, reason: 'Out of order' })
  expect(await subjects()).toEqual([`editor@example.org: ${notYet}`, `schools@example.org: ${notYet}`])
  await news.failed({ commit, reason: 'Out of order' })
  const restarted = start()
  await restarted.failed({ commit, reason: 'Something else' })
  expect(await subjects()).toEqual([])

  await start().works({ commit })
  expect(await subjects()).toEqual([`editor@example.org: ${again}`, `schools@example.org: ${again}`])
  const later = start()
  await later.works({ commit })
  expect(await subjects()).toEqual([])
  await later.failed({ commit, reason: 'Out of order' })
  expect(await subjects()).toHaveLength(2)
})

it('says in which field the reason is and where to read it, and nothing of what a record holds', async () => {
  const reason = `The content cannot be published:
services/swim.md: contact.telephone: "ring Jane Smith on 0161 496 0001" is no number (it holds "ring Jane Smith").
services/swim.md: contact.telephone: something else.
guides/first.mdx: title: is missing.
1 | contact: jane.smith@example.org`
  await start().failed({ commit, reason })
  const [letter] = await delivered()
  expect(letter?.text).toContain(`Why: there is something in the content that it cannot be built with.

- services/swim.md: Contact › Telephone
- guides/first.mdx: Title

`)
  expect(letter?.text).toContain('\nhttps://localoffer.example/drafts/\n')
  expect(letter?.text).not.toMatch(/Jane|0161|jane/i)
})

it.each([
  ['There is no room left on the disk.', 'no room left on the disk'],
  ["Error: ENOSPC: no space left, write '/srv/jane'", 'no room left on the disk'],
  ['The build was stopped from outside (SIGKILL).', 'was stopped before it was done'],
  ['The build could not run: spawn /home/jane ENOENT', 'could not be started'],
  ['The built site is not that of its content: jane is missing.', 'not that of its content'],
  ['TypeError: jane is not a function', 'ended with an error'],
])('says plainly what “%s” is', async (reason, words) => {
  await start().failed({ commit, reason })
  const [letter] = await delivered()
  expect(letter?.text).toContain(words)
  expect(letter?.text).not.toContain('jane')
})

it('does not speak of a failure that an older program told nobody of', async () => {
  const failed = { actor: 'system', action: buildFailed, subject: siteSubject, detail: { commit } } as const
  await database.write((trx) => createAudit({ database, clock }).record(trx, failed))
  await start().works({ commit })
  expect(await subjects()).toEqual([])
  await start().failed({ commit, reason: 'Out of order' })
  expect(await subjects()).toHaveLength(2)
})
