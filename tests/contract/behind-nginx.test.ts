import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { deskNamespace } from '#protocol/desk.ts'
import { addresses, socketPath, startConversationReply } from '#protocol/http.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import type { DeskClient, VisitorClient } from '../../chat-server/helpdesk.fixture.ts'
import { createHelpdeskProcess, type HelpdeskProcess, plantSite } from '../support/helpdesk-group.ts'
import { inside } from '../support/installation.ts'
import { type Nginx, startNginx } from '../support/nginx.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { freePorts } from '../support/server-process.ts'
import { signInByLink } from '../support/sign-in-by-link.ts'
import { good, insist, type Talk, talkBetween } from '../support/talk.ts'

/** Three processes of the helpdesk on one PostgreSQL, with nginx in front as docs/nginx.conf.example says. */

const patience = { timeout: 90_000, interval: 50 }
const answerWithinMs = 10_000
/** Fewer than somebody may send in ten seconds, since the limits hold here too. */
const messagesEach = 8

let folder: string
let url: string
let postgres: PostgresServer
let nginx: Nginx
let startProxy: () => Promise<Nginx>
let processes: HelpdeskProcess[]
let plainPort: number
let navigatorCookie: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-offer-nginx-'))
  const dataDir = join(folder, 'var')
  mkdirSync(dataDir)
  plantSite(dataDir)
  const [own, ownCms, plain, first, second, third, cms] = await freePorts(7)
  plainPort = plain
  url = `http://localhost:${own}`
  postgres = await startPostgres()
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: await postgres.createDatabase(),
    PUBLIC_URL: url,
    TRUST_PROXY: '1',
    AUTH_SECRET: 'one secret that all three processes share',
  }
  startProxy = () =>
    startNginx(join(folder, 'nginx'), { own, ownCms, plain, processes: [first, second, third], cms })
  nginx = await startProxy()
  processes = [first, second, third].map((port) => createHelpdeskProcess(port, env))
  for (const helpdesk of processes) await helpdesk.start()
  navigatorCookie = await signIn(env)
}, 240_000)

afterAll(async () => {
  for (const helpdesk of processes) await helpdesk.kill()
  await nginx.stop()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('three processes behind nginx', () => {
  it('give the site, keep the desk for staff, and keep their numbers to the machine', async () => {
    const page = await fetch(`${url}/`)
    expect(await page.text()).toContain('Welcome.')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const search = await fetch(`${url}/services/?view=map`)
    expect(search.headers.get('content-security-policy')).toContain(' https://tile.openstreetmap.org;')
    const desk = await fetch(`${url}/desk/`, { redirect: 'manual' })
    expect([desk.status, desk.headers.get('location')]).toEqual([303, '/sign-in/?next=%2Fdesk%2F'])
    const signedIn = await fetch(`${url}/desk/`, { headers: { cookie: navigatorCookie } })
    expect(await signedIn.text()).toContain('The desk.')
    expect(await (await fetch(`${url}/api/health/ready`)).json()).toMatchObject({ ok: true, database: 'ok' })
    expect((await fetch(`${url}/metrics`)).status).toBe(404)
    const plain = await fetch(`http://127.0.0.1:${plainPort}/chat/?a=b`, { redirect: 'manual' })
    expect(plain.headers.get('location')).toBe('https://127.0.0.1/chat/?a=b')
  })

  it.each(['websocket', 'polling'] as const)(
    'lose nothing when one of them is killed, and people move on by themselves (%s)',
    async (transport) => {
      // So that it holds none of them for gone.
      await nginx.stop()
      nginx = await startProxy()
      const desk = await openDesk(transport)
      const talk = await startTalk(transport, desk)
      try {
        const [visitorProcess, deskProcess] = [await processOf('visitor'), await processOf('desk')]
        expect(visitorProcess).not.toBe(deskProcess)

        await writeWhile(talk, () => visitorProcess.kill())
        expect(await processOf('visitor')).not.toBe(visitorProcess)
        await visitorProcess.start()

        await writeWhile(talk, () => deskProcess.kill())
        expect(await processOf('desk')).not.toBe(deskProcess)
        await deskProcess.start()

        const stored = await talk.readAll()
        for (const participant of [talk.visitor, talk.navigator]) {
          await vi.waitFor(participant.catchUp, patience)
          expect(participant.acknowledged).toHaveLength(2 * messagesEach)
          // Lost, doubled, misordered: none.
          expect(participant.shown).toEqual(stored)
          for (const { clientMessageId, seq } of participant.acknowledged)
            expect(stored.filter((message) => message.clientMessageId === clientMessageId)).toEqual([
              expect.objectContaining({ seq }),
            ])
        }
        expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1))
      } finally {
        talk.close()
        desk.disconnect()
      }
    },
    300_000,
  )

  it('still tell families who to call when all of them are gone', async () => {
    for (const helpdesk of processes) await helpdesk.kill()
    const answer = await fetch(`${url}/chat/`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await answer.text()).toContain('If someone is in danger now, call 999.')
    for (const helpdesk of processes) await helpdesk.start()
    await vi.waitUntil(async () => (await fetch(`${url}/`)).status === 200, patience)
  }, 180_000)

  it('write no address and nothing that was searched for or opens an account into the logs of nginx', async () => {
    await fetch(`${url}/services/?q=very+private+words`, { headers: { 'user-agent': 'a-known-device' } })
    await vi.waitUntil(() => nginx.logs().includes('/services/'), patience)
    const logs = nginx.logs()
    expect(logs).toContain('POST /sign-in/confirm/ 303')
    expect(logs).not.toMatch(/private|token|a-known-device|127\.0\.0\.1|::1/)
  })
})

/** Both write; something happens in the midst of it; all that they wrote is acknowledged in the end. */
async function writeWhile({ visitor, navigator }: Talk, happens: () => Promise<void>): Promise<void> {
  let acknowledged = 0
  const texts = Array.from({ length: messagesEach }, (_, number) => `message ${number}`)
  const writing = [visitor, navigator].map((participant) =>
    participant.write(texts, () => {
      acknowledged += 1
    }),
  )
  await vi.waitUntil(() => acknowledged >= messagesEach / 2, patience)
  await happens()
  await Promise.all(writing)
}

/** Makes an account for a navigator and signs in with it, through nginx. */
async function signIn(env: Readonly<Record<string, string>> & { DATA_DIR: string }): Promise<string> {
  const [email, dataDir] = ['navigator@example.org', env.DATA_DIR]
  await inside({ dataDir, databaseUrl: env['DATABASE_URL'] }, ({ accounts }) =>
    accounts.invite({ email, name: 'Sam', grants: [{ role: 'navigator', scope: { kind: 'area' } }] }),
  )
  return (await signInByLink({ url, email, dataDir })).cookie
}

const socketOptions = (transport: 'websocket' | 'polling', cookie: string) => ({
  path: socketPath,
  forceNew: true,
  transports: [transport],
  extraHeaders: { cookie, origin: url },
  reconnectionDelay: 100,
  reconnectionDelayMax: 500,
})

/** A navigator's desk, ready for families; it says so again whenever it has connected anew, as the page does. */
async function openDesk(transport: 'websocket' | 'polling'): Promise<DeskClient> {
  const desk: DeskClient = io(`${url}${deskNamespace}`, socketOptions(transport, navigatorCookie))
  desk.on('connect', () => desk.emit('desk:sync', {}, () => undefined))
  await vi.waitUntil(() => desk.connected, patience)
  await insist(() => desk.timeout(answerWithinMs).emitWithAck('availability:set', { available: true }))
  return desk
}

/** A visitor on another process than the desk, in conversation with it. */
async function startTalk(transport: 'websocket' | 'polling', desk: DeskClient) {
  const deskProcess = await processOf('desk')
  for (;;) {
    const response = await fetch(`${url}${addresses.conversations}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ clientConversationId: randomUUID() }),
    })
    const { conversation } = good(startConversationReply.parse(await response.json()))
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const socket: VisitorClient = io(`${url}${visitorNamespace}`, socketOptions(transport, cookie))
    await vi.waitUntil(() => socket.connected, patience)
    // Chance puts a third of all beside the desk.
    if ((await processOf('visitor')) !== deskProcess) return talkBetween(conversation.id, socket, desk)
    socket.disconnect()
    await vi.waitUntil(async () => (await connectionsOf('visitor')).every((count) => count === 0), patience)
  }
}

/** The one process that has this side's connection, as the processes themselves count; waits while it moves. */
function processOf(side: 'visitor' | 'desk'): Promise<HelpdeskProcess> {
  return vi.waitFor(async () => {
    const counts = await connectionsOf(side)
    const found = processes[counts.findIndex((count) => count > 0)]
    if (!found) throw new Error(`No process has a connection of the ${side}`)
    return found
  }, patience)
}

const connectionsOf = (side: 'visitor' | 'desk') =>
  Promise.all(
    processes.map(async ({ isRunning, number }) =>
      isRunning() ? number(`local_offer_helpdesk_connections{side="${side}"}`) : 0,
    ),
  )
