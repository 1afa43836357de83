import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { io, type Socket } from 'socket.io-client'
import { parse } from 'yaml'
import type { Grant, SignedIn } from '#platform/accounts/grants.ts'
import { createAudit } from '#platform/audit.ts'
import type { Database } from '#platform/database/database.ts'
import { createJobs } from '#platform/jobs.ts'
import { createMail } from '#platform/mail.ts'
import { createMailDelivery } from '#platform/mail-delivery.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import { createNightly } from '#platform/nightly.ts'
import { createPages } from '#platform/pages/shell.ts'
import type { Message } from '#protocol/conversation.ts'
import { type DeskConversation, type DeskQueue, deskNamespace } from '#protocol/desk.ts'
import type { DeskToServer, ServerToDesk } from '#protocol/desk-events.ts'
import { addresses, socketPath, startConversationReply } from '#protocol/http.ts'
import {
  type ServerToVisitor,
  type VisitorConversation,
  type VisitorToServer,
  visitorNamespace,
} from '#protocol/visitor.ts'
import { areaRecord } from '#records/area.ts'
import { createHelpdesk } from './app.ts'
import { createPrometheusMetrics } from './prometheus-metrics.ts'
import { siteCards } from './site-cards.fixture.ts'
import { createCardFinder } from './site-cards.ts'
import { type LimitSettings, usualLimits } from './transport/limits.ts'

/** A Monday at noon, when the desk is open. */
export const openHours = Date.parse('2026-11-23T12:00:00Z')
export const publicUrl = 'http://localhost:8080'
const mailFrom = 'Local Offer <no-reply@offer.example.org>'
const navigatorOfArea: Grant[] = [{ role: 'navigator', scope: { kind: 'area' } }]

export type VisitorClient = Socket<ServerToVisitor, VisitorToServer>
export type DeskClient = Socket<ServerToDesk, DeskToServer>

/**
 * The real helpdesk on a free port, with a clock that the test moves and people who are simply signed in. `time.now` is
 * time that passes; `time.jump` is by how much the machine's clock is wrong.
 */
export async function startTestHelpdesk(
  database: Database,
  limits: Partial<LimitSettings> = {},
  smtpUrl?: string,
) {
  const time = { now: openHours, jump: 0 }
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) })
  const leadAddresses = ['lead@council.example.org']
  const sessions = new Map<string, SignedIn>()
  const sockets: { disconnect(): unknown }[] = []
  const releaseDir = mkdtempSync(join(tmpdir(), 'local-offer-release-'))
  mkdirSync(join(releaseDir, 'shell'))
  writeFileSync(join(releaseDir, 'shell/index.html'), '<title>%%TITLE%%</title><main><!--%%BODY%%--></main>')
  writeFileSync(join(releaseDir, 'cards.json'), JSON.stringify(siteCards))
  const area = areaRecord.schema.parse(parse(readFileSync('site/content/area.yaml', 'utf8')))

  await migratePlatform(database)
  const parts = { database, clock: () => time.now + time.jump, newId: randomUUID, log }
  const audit = createAudit(parts)
  const jobs = createJobs(parts)
  const mailFolder = join(releaseDir, 'mail')
  const delivery = createMailDelivery({ smtpUrl, mailFrom, dataDir: releaseDir }, log)
  const mail = createMail({ ...parts, deliver: delivery })
  const http = fastify()
  const routes: { method: string; url: string }[] = []
  http.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url })
  })
  const registry = new Registry()
  const helpdesk = await createHelpdesk(http, {
    ...{ ...parts, audit, mail, publicUrl, elapsed: () => time.now },
    leadAddresses: async () => leadAddresses,
    nightly: createNightly({ ...parts, jobs, audit }),
    whoIs: async (headers: IncomingHttpHeaders) => sessions.get(headers.cookie ?? '') ?? null,
    area: () => area,
    findCard: createCardFinder(() => releaseDir),
    pages: createPages({ releaseDir: () => releaseDir }),
    limits: { ...usualLimits, ...limits },
    metrics: createPrometheusMetrics(registry),
  })
  const address = await http.listen({ port: 0, host: '127.0.0.1' })

  function connect(namespace: string, headers: Record<string, string>) {
    const socket = io(`${address}${namespace}`, {
      path: socketPath,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { origin: publicUrl, ...headers },
    })
    sockets.push(socket)
    return socket
  }

  /** Asks for a conversation, whatever the answer. */
  async function requestStart(fields: object, headers: Record<string, string> = {}) {
    const response = await fetch(`${address}${addresses.conversations}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl, ...headers },
      body: JSON.stringify({ clientConversationId: randomUUID(), ...fields }),
    })
    return { response, reply: startConversationReply.parse(await response.json()) }
  }

  return {
    ...{
      database,
      helpdesk,
      http,
      time,
      logged,
      audit,
      jobs,
      mail,
      address,
      sessions,
      connect,
      registry,
      routes,
      area,
    },

    requestStart,

    /** Starts a conversation as the page does and gives the cookie that opens it. */
    async start(fields: object = {}) {
      const { response, reply } = await requestStart(fields)
      if (!reply.ok) throw new Error(reply.message)
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
      return { response, cookie, conversation: reply.conversation }
    },

    async visitor(cookie: string): Promise<VisitorClient> {
      const socket: VisitorClient = connect(visitorNamespace, { cookie })
      await connected(socket)
      return socket
    },

    /** Signs a navigator in and opens the desk. */
    async navigator(name: string, grants: Grant[] = navigatorOfArea): Promise<DeskClient> {
      const cookie = `session=${name}`
      sessions.set(cookie, { accountId: name.toLowerCase(), name, sessionId: name, grants, csrfToken: '' })
      const socket: DeskClient = connect(deskNamespace, { cookie })
      await connected(socket)
      return socket
    },

    /** how many desks are connected, as the server sees it */
    deskSockets: () => helpdesk.connectedDesks(),

    mailFolder,

    /** names of the emails that were written to files, for want of a mail server */
    mailWritten: () => (existsSync(mailFolder) ? readdirSync(mailFolder) : []),

    async stop() {
      for (const socket of sockets) socket.disconnect()
      await http.close()
      rmSync(releaseDir, { recursive: true, force: true })
    },
  }
}

export type TestHelpdesk = Awaited<ReturnType<typeof startTestHelpdesk>>

/** Resolves when the socket is open; rejects with the refusal that the server gave. */
export function connected(socket: Pick<Socket, 'once'>): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => reject(error))
  })
}

/** Everything that a visitor's page is told, as it comes. */
export function listenAsVisitor(socket: VisitorClient) {
  const heard = {
    messages: [] as Message[],
    conversations: [] as VisitorConversation[],
    seen: [] as number[],
    typing: [] as boolean[],
  }
  socket.on('message', (message) => heard.messages.push(message))
  socket.on('conversation', (conversation) => heard.conversations.push(conversation))
  socket.on('seen', ({ seq }) => heard.seen.push(seq))
  socket.on('typing', ({ typing }) => heard.typing.push(typing))
  return heard
}

/** Everything that a desk is told, as it comes. */
export function listenAsDesk(socket: DeskClient) {
  const heard = {
    messages: [] as Message[],
    conversations: [] as DeskConversation[],
    queues: [] as DeskQueue[],
    seen: [] as number[],
    typing: [] as boolean[],
    signedOut: [] as string[],
  }
  socket.on('message', ({ message }) => heard.messages.push(message))
  socket.on('conversation', (conversation) => heard.conversations.push(conversation))
  socket.on('queue', (queue) => heard.queues.push(queue))
  socket.on('seen', ({ seq }) => heard.seen.push(seq))
  socket.on('typing', ({ typing }) => heard.typing.push(typing))
  socket.on('signed-out', ({ message }) => heard.signedOut.push(message))
  return heard
}
