import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

/**
 * How messages leave: through the mail server of SMTP_URL, or, where that is not set, as a file each in
 * `<dataDir>/mail/` (`<time>-<id>.eml`), whose path is logged and nothing else of it.
 */
export function createMailDelivery(
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>,
  log: Log,
): DeliverMail {
  return config.smtpUrl === undefined
    ? deliverToFolder(join(config.dataDir, 'mail'), config.mailFrom, log)
    : deliverOverSmtp(config.smtpUrl, config.mailFrom)
}

/** Sends one message; rejects when it could not be handed over. */
export type DeliverMail = (message: OutgoingMessage) => Promise<void>

export interface OutgoingMessage {
  /** stays the same when a message is sent again */
  id: string
  to: string
  subject: string
  text: string
  /** when it was written, in milliseconds UTC */
  at: number
}

function deliverOverSmtp(url: string, from: string): DeliverMail {
  const transport = createTransport(url, { from })
  return async (message) => {
    await transport.sendMail(toMail(message, from))
  }
}

function deliverToFolder(folder: string, from: string, log: Log): DeliverMail {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return async (message) => {
    // The text goes in as it is: encoded for transport, its links could not be copied out of the file.
    const mail = toMail(message, from)
    const headers = { ...mail.headers, 'Content-Transfer-Encoding': '8bit' }
    const { message: head } = await transport.sendMail({ ...mail, headers, text: '' })
    const eml =
      head.toString().replace(/^Content-Type: text\/plain$/m, '$&; charset=utf-8') +
      message.text.replace(/\r?\n/g, '\r\n')
    const path = join(folder, `${new Date(message.at).toISOString().replaceAll(':', '-')}-${message.id}.eml`)
    await mkdir(folder, { recursive: true })
    // Written aside and renamed, so that whoever watches the folder never sees half a message.
    await writeFile(`${path}.part`, eml, { mode: 0o600 })
    await rename(`${path}.part`, path)
    log.info({ path }, 'a message was written to a file')
  }
}

function toMail({ id, to, subject, text, at }: OutgoingMessage, from: string) {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    date: new Date(at),
    messageId: `<${id}@${domain}>`,
    // Tells other servers not to answer by themselves (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
