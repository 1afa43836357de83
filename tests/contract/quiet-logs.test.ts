import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deskNamespace } from '#protocol/desk.ts'
import { addresses, socketPath, startConversationReply } from '#protocol/http.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import type { DeskClient, VisitorClient } from '../../chat-server/helpdesk.fixture.ts'
import { createHelpdeskProcess, type HelpdeskProcess, plantSite } from '../support/helpdesk-group.ts'
import { inside } from '../support/installation.ts'
import { freePort } from '../support/server-process.ts'
import { signInByLink } from '../support/sign-in-by-link.ts'
import { good } from '../support/talk.ts'

/** What people give away about themselves here, and must not be found in the log. */
const people = {
  name: 'Zebedee Quickthorn',
  about: 'the taxi to the wisteria school',
  words: 'my marmalade is not sleeping',
  email: 'quickthorn@families.example.org',
  telephone: '01632 960 917',
  navigatorEmail: 'moonstone@staff.example.org',
  navigatorName: 'Philomena Moonstone',
  navigatorWords: 'we can bring a lantern',
  address: '203.0.113.77',
  device: 'periwinkle-browser',
  searched: 'heliotrope',
}

/** A word of each, that nothing else of the program holds. */
const tellTale = [
  ...['Zebedee', 'Quickthorn', 'wisteria', 'marmalade', '960 917', 'moonstone', 'Philomena', 'lantern'],
  ...['203.0.113.77', 'periwinkle', 'heliotrope'],
]

let folder: string
let dataDir: string
let url: string
let helpdesk: HelpdeskProcess

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-offer-logs-'))
  dataDir = join(folder, 'var')
  mkdirSync(dataDir)
  plantSite(dataDir)
  await inside({ dataDir, databaseUrl: undefined }, ({ accounts }) =>
    accounts.invite({
      ...{ email: people.navigatorEmail, name: people.navigatorName },
      grants: [{ role: 'navigator', scope: { kind: 'area' } }],
    }),
  )
  const port = await freePort()
  url = `http://localhost:${port}`
  // Outside production, where the log says most.
  helpdesk = createHelpdeskProcess(port, { DATA_DIR: dataDir, PUBLIC_URL: url, TRUST_PROXY: '1' })
  await helpdesk.start()
}, 120_000)
afterEach(async () => {
  await helpdesk.kill()
  rmSync(folder, { recursive: true, force: true })
})

const patience = { timeout: 60_000, interval: 50 }
const person = () => ({ origin: url, 'x-forwarded-for': people.address, 'user-agent': people.device })

const post = (path: string, fields: Readonly<Record<string, string>>) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: person(),
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

it('nothing that people write, nor who they are or where, is in the log, also when things go wrong', async () => {
  const { cookie, conversationId } = await beginChat()
  const visitor = socketOf<VisitorClient>(visitorNamespace, cookie)
  const { token, cookie: session } = await signInByLink({
    ...{ url, dataDir, email: people.navigatorEmail, headers: person() },
  })
  const desk = socketOf<DeskClient>(deskNamespace, session)
  await vi.waitUntil(() => visitor.connected && desk.connected, patience)

  good(await desk.emitWithAck('conversation:claim', { conversationId }))
  good(await desk.emitWithAck('conversation:open', { conversationId, lastSeq: 0 }))
  await say(desk, visitor, conversationId)
  await post(addresses.messageForm, {
    ...{ clientConversationId: randomUUID(), text: people.words, name: people.name },
    ...{ email: people.email, telephone: people.telephone, about: people.about },
  })
  await fetch(`${url}/services/?q=${people.searched}`, { headers: person() })
  await sendNonsense(visitor)

  // The database loses a table: whatever is written now fails inside it.
  const vandal = new DatabaseSync(join(dataDir, 'local-offer.sqlite'), { timeout: 20_000 })
  vandal.exec('pragma foreign_keys = off; drop table message')
  vandal.close()
  const refused = await visitor.emitWithAck('message:send', {
    clientMessageId: randomUUID(),
    text: people.words,
  })
  expect(refused).toMatchObject({ ok: false, code: 'unavailable' })
  const failed = await post(addresses.messageForm, {
    ...{ clientConversationId: randomUUID(), text: people.words, email: people.email },
  })
  expect(failed.status).toBeGreaterThanOrEqual(500)
  for (const socket of [visitor, desk]) socket.disconnect()

  await vi.waitUntil(() => helpdesk.logged().includes('the helpdesk could not do what was asked'), patience)
  const logged = helpdesk.logged()
  const secrets = [...tellTale, token, ...secretsOf(cookie), ...secretsOf(session)]
  expect(secrets.filter((secret) => logged.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
}, 180_000)

async function beginChat() {
  const response = await fetch(`${url}${addresses.conversations}`, {
    method: 'POST',
    headers: { ...person(), 'content-type': 'application/json' },
    body: JSON.stringify({ clientConversationId: randomUUID(), name: people.name, about: people.about }),
  })
  const { conversation } = good(startConversationReply.parse(await response.json()))
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', conversationId: conversation.id }
}

function socketOf<Client extends VisitorClient | DeskClient>(namespace: string, cookie: string): Client
function socketOf(namespace: string, cookie: string) {
  return io(`${url}${namespace}`, {
    ...{ path: socketPath, forceNew: true, transports: ['websocket'] },
    extraHeaders: { ...person(), cookie },
  })
}

async function say(desk: DeskClient, visitor: VisitorClient, conversationId: string): Promise<void> {
  const id = { clientMessageId: randomUUID() }
  good(await visitor.emitWithAck('message:send', { ...id, text: people.words }))
  // The same id for other words, which is refused.
  await visitor.emitWithAck('message:send', { ...id, text: `${people.words}, again` })
  const answer = { conversationId, clientMessageId: randomUUID(), text: people.navigatorWords }
  good(await desk.emitWithAck('message:send', answer))
}

/** What no page of ours sends, with people's words in it. */
async function sendNonsense(visitor: VisitorClient): Promise<void> {
  const nonsense = { clientMessageId: people.words, text: [people.words], [people.name]: people.email }
  await Reflect.apply(visitor.emitWithAck, visitor, ['message:send', nonsense])
  await Reflect.apply(visitor.emitWithAck, visitor, [people.words, nonsense])
  const headers = { ...person(), 'content-type': 'application/json' }
  const body = `{ "name": "${people.name}", `
  await fetch(`${url}${addresses.conversations}`, { method: 'POST', headers, body })
  await fetch(`${url}/%zz?q=${people.searched}`, { headers: person() })
  const socket = connect(helpdesk.port, '127.0.0.1')
  socket.end(`GET /?q=${people.searched} HTTP/9.9\r\nFrom ${people.email}\r\n\r\n`)
  socket.resume()
  await once(socket, 'close')
}

/** The values of a Cookie header. */
const secretsOf = (cookie: string) => cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1))
