import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { randomId } from './clock.ts'
import type { Database } from './database/database.ts'
import { createLog } from './log.ts'
import { createMail, type Mail, type NewMessage } from './mail.ts'
import { createMailDelivery } from './mail-delivery.ts'
import { migratePlatform } from './migrations/platform-migrations.ts'

const message: NewMessage = {
  to: 'parent@example.org',
  subject: 'Your message – we answered',
  text: `Hello,\n\nhttps://offer.example.org/messages/${'x'.repeat(80)}?a=b\n`,
}

describeOnBothEngines('the outbox', (databases) => {
  let now = Date.UTC(2026, 9, 3, 9)
  let folder: string
  let database: Database
  let received: string[]
  let refusing: boolean
  let server: SMTPServer
  let smtpUrl: string
  let logged: string[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-'))
    database = await databases.open()
    await migratePlatform(database)
    received = []
    logged = []
    refusing = false
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (address, _session, done) =>
        done(refusing ? new Error(`mailbox of ${address.address} is full`) : undefined),
      onData(stream, _session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString())
          done()
        })
      },
    })
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening)
    })
    smtpUrl = `smtp://127.0.0.1:${portOf(server)}`
  })
  afterEach(async () => {
    await new Promise<void>((closed) => {
      server.close(closed)
    })
    await rm(folder, { recursive: true })
  })

  function createOutbox(url: string | undefined): Mail {
    const log = createLog({ production: true }, { write: (line) => logged.push(line) })
    const config = { smtpUrl: url, mailFrom: 'Local Offer <hello@offer.example.org>', dataDir: folder }
    return createMail({
      database,
      deliver: createMailDelivery(config, log),
      clock: () => now,
      newId: randomId,
      log,
    })
  }

  const queue = (mail: Mail, changes: Partial<NewMessage> = {}) =>
    database.write((trx) => mail.queue(trx, { ...message, ...changes }))

  async function kept() {
    return database.kysely
      .$extendTables<{ outgoing_mail: { text: string; recipient: string; given_up_at: number | null } }>()
      .selectFrom('outgoing_mail')
      .select(['text', 'recipient', 'given_up_at'])
      .execute()
  }

  it('sends through the mail server, once, and then keeps nothing of the message', async () => {
    const mail = createOutbox(smtpUrl)
    await queue(mail)
    await mail.deliverDue()
    await mail.deliverDue()
    expect(received).toHaveLength(1)
    expect(received[0]).toContain('To: parent@example.org')
    expect(received[0]).toContain('From: Local Offer <hello@offer.example.org>')
    expect(received[0]).toContain('Date: Sat, 03 Oct 2026 09:00:00 +0000')
    expect(received[0]).toContain('Auto-Submitted: auto-generated')
    expect(await kept()).toEqual([])
  })

  it('sends nothing when the change it tells of was undone', async () => {
    const mail = createOutbox(smtpUrl)
    const failing = database.write(async (trx) => {
      await mail.queue(trx, message)
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    await mail.deliverDue()
    expect(received).toEqual([])
  })

  it('tries again later when the server refuses, as the same message, without logging whose it is', async () => {
    const mail = createOutbox(smtpUrl)
    refusing = true
    await queue(mail)
    await mail.deliverDue()
    expect(received).toEqual([])
    refusing = false
    await mail.deliverDue()
    expect(received).toEqual([])
    now += 1000
    await mail.deliverDue()
    expect(received).toHaveLength(1)
    expect(logged.join('')).toContain('a message could not be sent yet')
    expect(logged.join('')).not.toContain('parent@example.org')
  })

  it('gives up after some hours, and then forgets the text and the address', async () => {
    const mail = createOutbox(smtpUrl)
    refusing = true
    await queue(mail)
    for (let hour = 0; hour < 15; hour += 1) {
      await mail.deliverDue()
      now += 3_600_000
    }
    expect(await kept()).toMatchObject([{ text: '', recipient: '', given_up_at: expect.any(Number) }])
    refusing = false
    await mail.deliverDue()
    expect(received).toEqual([])
  })

  it('does not send what is of no use any more', async () => {
    const mail = createOutbox(smtpUrl)
    await queue(mail, { expiresAt: now + 1000 })
    now += 1000
    await mail.deliverDue()
    expect(received).toEqual([])
    expect(await kept()).toEqual([])
  })

  it('does not let a subject or an address add headers or recipients', async () => {
    const mail = createOutbox(smtpUrl)
    await queue(mail, { subject: 'Hello\r\nBcc: everyone@example.org' })
    await mail.deliverDue()
    expect(received).toHaveLength(1)
    expect(received[0]).not.toMatch(/^Bcc:/im)
  })

  it('writes messages to a folder where there is no mail server, and logs the path alone', async () => {
    const mail = createOutbox(undefined)
    mail.start()
    await queue(mail)
    await vi.waitFor(async () => expect(await readdir(join(folder, 'mail'))).toHaveLength(1), {
      timeout: 5000,
    })
    await mail.stop()
    const [name] = await readdir(join(folder, 'mail'))
    expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.000Z-[\w-]{36}\.eml$/)
    const path = join(folder, 'mail', name ?? '')
    const text = await readFile(path, 'utf8')
    expect(text).toContain(`https://offer.example.org/messages/${'x'.repeat(80)}?a=b`)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(logged.join('')).toContain(path)
    expect(logged.join('')).not.toContain('offer.example.org')
    expect(logged.join('')).not.toContain('parent@')
  })
})

function portOf(server: SMTPServer): number {
  const address: AddressInfo | string | null = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server does not listen')
  return address.port
}
