import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A letter as the mail server took it. */
export interface TakenLetter {
  to: string
  /** headers and text, with the lines of the text put together again */
  source: string
}

/** A real mail server on a free port, that keeps what it takes. */
export async function startMailServer(): Promise<MailServer> {
  const letters: TakenLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
        letters.push({ to, source: unfolded(Buffer.concat(chunks).toString()) })
        done()
      })
    },
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const address: AddressInfo | string | null = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server does not listen')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed())
      }),
  }
}

export interface MailServer {
  /** for SMTP_URL */
  url: string
  letters: TakenLetter[]
  stop(): Promise<void>
}

/** Undoes quoted-printable, which parts long lines such as links. */
function unfolded(source: string): string {
  return source
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())
}
