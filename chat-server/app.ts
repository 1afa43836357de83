import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Server } from 'socket.io'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import type { Clock, NewId } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import type { Log } from '#platform/log.ts'
import type { Mail } from '#platform/mail.ts'
import type { Nightly } from '#platform/nightly.ts'
import type { Pages } from '#platform/pages/shell.ts'
import { socketPath } from '#protocol/http.ts'
import type { Area } from '#records/area.ts'
import { readQueueNumbers } from './board.ts'
import { createConcernActions } from './concern-actions.ts'
import { createDeskPages } from './desk-pages/desk-pages.ts'
import { firstSavedReplies } from './domain/first-saved-replies.ts'
import { partWithLeavers } from './leavers.ts'
import { createLetters } from './letters.ts'
import { type HelpdeskMetrics, noMetrics } from './metrics.ts'
import { createRecordKeeping } from './record-keeping.ts'
import { createReplyActions } from './reply-actions.ts'
import { createRounds } from './rounds.ts'
import { createSearchKeeper } from './search-keeper.ts'
import { type FindCard, noCards } from './site-cards.ts'
import { helpdeskMigrations } from './storage/helpdesk-migrations.ts'
import { createStores } from './stores.ts'
import { createSweeper } from './sweeper.ts'
import { removeTextAfterRetention } from './text-removal.ts'
import { createAdmission } from './transport/admission.ts'
import { createAnnouncer } from './transport/announcer.ts'
import { createCapabilityCookie } from './transport/capability-cookie.ts'
import { serveDesk } from './transport/desk-socket.ts'
import { createConversationPageRoutes } from './transport/http-conversation-page.ts'
import { createConversationRoutes } from './transport/http-conversations.ts'
import { createMessageFormRoutes } from './transport/http-message-form.ts'
import { createPaperFormRoutes } from './transport/http-paper-form.ts'
import { createPartingRoutes } from './transport/http-parting.ts'
import { createLimits, type LimitSettings, usualLimits } from './transport/limits.ts'
import { capabilityRoom, openNamespaces } from './transport/namespaces.ts'
import { createPausedDevice, slowDownFrom } from './transport/paused-device.ts'
import { addressOf, isFromOurPages } from './transport/request-origin.ts'
import { sendTogether } from './transport/send-together.ts'
import { openRelay } from './transport/socket-relay.ts'
import { endUnreadConnections } from './transport/unread-limit.ts'
import { createVisitorPresence } from './transport/visitor-presence.ts'
import { serveVisitor } from './transport/visitor-socket.ts'

/** What the helpdesk stands on. */
export interface HelpdeskParts {
  database: Database
  /** whose session a request's cookies hold, with the rights of this moment; null for nobody */
  whoIs: (headers: IncomingHttpHeaders) => Promise<SignedIn | null>
  clock: Clock
  /** ms since any moment, never jumping; the machine's own unless said */
  elapsed?: () => number
  newId: NewId
  log: Log
  /** the area's settings of the current release */
  area: () => Area
  pages: Pages
  /** finds pages of the site that navigators give; none unless said */
  findCard?: FindCard
  audit: Pick<Audit, 'record' | 'list'>
  nightly: Nightly
  mail: Pick<Mail, 'queue'>
  /** the email addresses of the leads, who are told of safeguarding concerns */
  leadAddresses: () => Promise<string[]>
  /** what somebody of staff is called, undefined when they have left; nobody leaves unless said */
  nameOf?: (accountId: string) => Promise<string | undefined>
  /** the address that families see, such as https://localoffer.example.org */
  publicUrl: string
  /** whether a proxy on this machine tells whose address a request comes from; no unless said */
  trustProxy?: boolean
  /** how much is too much; `usualLimits` unless said */
  limits?: LimitSettings
  /** who counts; nobody unless said */
  metrics?: HelpdeskMetrics
}

/** A running helpdesk. */
export interface Helpdesk {
  /** Does now what it does every few seconds: renews leases, ends revoked sessions, sweeps. */
  makeRound(): Promise<void>
  /** How many desks are connected to this process. */
  connectedDesks(): number
  /** Stops; sockets close so that pages connect again by themselves. Also called when `http` closes. */
  close(): Promise<void>
}

/**
 * Puts the helpdesk on `http`: its JSON calls, the message form and socket.io at /api/socket. Call before `http`
 * listens and before jobs start. Brings its own tables up to date; throws `DatabaseNewerError` as `Database.migrate` does.
 */
export async function createHelpdesk(http: FastifyInstance, parts: HelpdeskParts): Promise<Helpdesk> {
  const { database, clock, newId, log, area, audit, nightly, pages, mail } = parts
  const { publicUrl, whoIs, trustProxy = false, metrics = noMetrics, findCard = noCards } = parts
  await database.migrate('helpdesk', helpdeskMigrations)
  const stores = createStores({ database, clock, newId, ...(parts.elapsed && { elapsed: parts.elapsed }) })

  const io = new Server(http.server, {
    path: socketPath,
    serveClient: false,
    maxHttpBufferSize: 32 * 1024,
    connectTimeout: 10_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    allowRequest: (request, decide) => decide(null, isFromOurPages(request.headers, publicUrl)),
  })
  // These answers do not pass through the app, whose headers they would lack.
  io.engine.on('headers', (headers: Record<string, string>) => Object.assign(headers, dataHeaders))
  endUnreadConnections(io.engine)
  sendTogether(io.engine)
  const relay = await openRelay(io, database, log)
  const namespaces = await openNamespaces(io, relay)

  const announcer = createAnnouncer({ stores, namespaces, hours: area, log })
  const limits = createLimits(parts.limits ?? usualLimits)
  const cookie = createCapabilityCookie(publicUrl)
  const letters = createLetters({
    ...{ stores, mail, publicUrl, retentionDays: () => area().helpdesk.retentionDays },
    isConnected: createVisitorPresence(namespaces, log),
  })
  const paused = createPausedDevice({ stores, cookie, area, publicUrl })
  const shared = { stores, letters, announcer, namespaces, limits, hours: area, log, metrics }

  const httpParts = { ...shared, cookie, paused, publicUrl }
  await http.register(createConversationRoutes(httpParts))
  await http.register(createPartingRoutes(httpParts))
  await http.register(createMessageFormRoutes({ ...httpParts, area, pages, newId, letters }))
  await http.register(createConversationPageRoutes({ ...httpParts, area, pages, newId }))
  const keeping = createRecordKeeping({ stores, announcer, audit, findCard, newId })
  await http.register(createPaperFormRoutes({ ...httpParts, papers: keeping.papers, area, pages, newId }))
  await http.register(
    createDeskPages({
      stores,
      keeping,
      findCard,
      announcer,
      audit,
      area,
      newId,
      log,
      pages,
      whoIs,
      config: { publicUrl, cmsOrigin: undefined },
    }),
  )

  const admission = createAdmission({
    ...{ stores, limits, cookie, whoIs, log },
    addressOf: (request) => addressOf(request, trustProxy),
  })
  const sweeper = createSweeper({
    ...{ stores, announcer, settings: area },
    disconnect: (hash) => namespaces.visitors.in(capabilityRoom(hash)).disconnectSockets(true),
  })
  const concerns = createConcernActions({
    ...{ stores, announcer, namespaces, audit, mail, area, publicUrl },
    leadAddresses: parts.leadAddresses,
  })
  await concerns.seedDangerWords()
  const replies = createReplyActions({
    ...{ stores, announcer, audit, letters, area },
    slowDown: (id) => slowDownFrom(namespaces, id, limits),
  })
  await database.write((trx) => stores.savedReplies.seed(trx, firstSavedReplies))
  const rounds = createRounds({
    ...{ stores, namespaces, sweeper, letters, concerns, log },
    keepSearchUp: createSearchKeeper(stores),
    recheck: admission.recheck,
  })

  io.of('/').use(admission.nobody)
  namespaces.visitors.use(admission.visitor)
  namespaces.visitors.on('connection', (socket) => {
    serveVisitor(socket, shared)
    void admission.stillOpen(socket)
  })
  namespaces.desk.use(admission.desk)
  namespaces.desk.on('connection', (socket) =>
    serveDesk(socket, {
      ...shared,
      ...keeping,
      audit,
      findCard,
      concerns,
      replies,
      area,
      recheck: admission.recheck,
      renewLease: rounds.renewLease,
    }),
  )

  metrics.watch(async () => ({
    connections: { visitor: namespaces.visitors.sockets.size, desk: namespaces.desk.sockets.size },
    ...(await readQueueNumbers(stores, area())),
  }))
  await nightly.add('remove-old-text', async () => {
    const report = await removeTextAfterRetention(stores, area().helpdesk.retentionDays, (ids) =>
      Promise.all(ids.map((id) => announcer.conversation(id))),
    )
    log.info(report, 'removed the text of old conversations')
    return report
  })
  const { nameOf } = parts
  if (nameOf) await nightly.add('leavers', () => partWithLeavers({ stores, announcer, nameOf }))
  rounds.start()
  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    await rounds.stop()
    announcer.stop()
    // Not io.close(): that would also close the HTTP server, which is not ours.
    for (const { adapter } of [io.of('/'), namespaces.visitors, namespaces.desk]) await adapter.close()
    io.engine.close()
    await relay.close()
  }
  const helpdesk: Helpdesk = {
    makeRound: rounds.make,
    connectedDesks: () => namespaces.desk.sockets.size,
    close: () => {
      closing ??= close()
      return closing
    },
  }
  http.addHook('preClose', () => helpdesk.close())
  return helpdesk
}

/** For answers that no browser may take for a page or keep. */
const dataHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
}
