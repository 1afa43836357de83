import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { z } from 'zod'
import { deskNamespace } from '#protocol/desk.ts'
import { addresses, socketPath } from '#protocol/http.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import { type Line, openLine } from './chat-line.ts'

/** What a load goes to: our helpdesk with the cookies of a navigator, or the bare relay. */
export const targetSchema = z.object({
  port: z.number(),
  /** null for the relay */
  navigatorCookie: z.string().nullable(),
})
export type Target = z.output<typeof targetSchema>

/** One visitor, connected from an address of their own. */
export interface Visitor {
  readonly id: string
  readonly from: string
  readonly cookie: string
  line: Line
  /** number of the newest message that they know of */
  lastSeq: number
}

/** Opens so many visitors more, in step with the server, a hundred at a time. `first` numbers the first one's address. */
export async function openVisitors(target: Target, count: number, first: number): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  const numbers = Array.from({ length: count }, (_, index) => first + index).values()
  const openInTurn = async () => {
    for (const number of numbers) visitors.push(await openVisitor(target, addressOf(number)))
  }
  await Promise.all(Array.from({ length: 100 }, openInTurn))
  return visitors
}

/** The visitor's page connects again and asks for what it missed. Gives the reply as JSON. */
export async function connectVisitor(
  target: Target,
  visitor: Pick<Visitor, 'id' | 'from' | 'cookie' | 'lastSeq'>,
): Promise<{ line: Line; reply: string }> {
  const isRelay = target.navigatorCookie === null
  const line = await openLine({
    port: target.port,
    path: socketPath,
    namespace: isRelay ? '/' : visitorNamespace,
    headers: { origin: originOf(target), ...(isRelay ? {} : { cookie: visitor.cookie }) },
    from: visitor.from,
  })
  const reply = isRelay
    ? await ask(line, 'join', [visitor.id])
    : await ask(line, 'conversation:sync', { lastSeq: visitor.lastSeq })
  return { line, reply }
}

/** Opens desks that each look on at up to a hundred of the conversations; the limit of a socket allows no more. */
export async function openDesks(
  target: Target,
  visitors: readonly Visitor[],
  onEvent: (event: string) => void,
): Promise<void> {
  const share = 100
  for (let from = 0; from < visitors.length; from += share) {
    const ids = visitors.slice(from, from + share).map(({ id }) => id)
    const { navigatorCookie } = target
    const line = await openLine({
      ...{ port: target.port, path: socketPath, from: addressOf(0), onEvent },
      namespace: navigatorCookie === null ? '/' : deskNamespace,
      headers: { origin: originOf(target), cookie: navigatorCookie ?? '' },
    })
    if (navigatorCookie === null) await ask(line, 'join', ids)
    else
      await Promise.all(
        ids.map((conversationId) => ask(line, 'conversation:open', { conversationId, lastSeq: 0 })),
      )
  }
}

async function openVisitor(target: Target, from: string): Promise<Visitor> {
  const started =
    target.navigatorCookie === null ? { id: randomUUID(), cookie: '' } : await startConversation(target, from)
  const visitor = { ...started, from, lastSeq: 0 }
  return { ...visitor, line: (await connectVisitor(target, visitor)).line }
}

function startConversation(target: Target, from: string): Promise<{ id: string; cookie: string }> {
  return new Promise((resolve, reject) => {
    const started = request({
      ...{ host: '127.0.0.1', port: target.port, path: addresses.conversations, method: 'POST' },
      localAddress: from,
      headers: { 'content-type': 'application/json', origin: originOf(target) },
    })
    started.on('error', reject).on('response', (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.on('end', () => {
        const id = startedSchema.safeParse(JSON.parse(body)).data?.conversation.id
        const cookie = response.headers['set-cookie']?.[0]?.split(';')[0]
        if (id === undefined || cookie === undefined)
          reject(new Error(`No conversation was started: ${body}`))
        else resolve({ id, cookie })
      })
    })
    started.end(JSON.stringify({ clientConversationId: randomUUID() }))
  })
}

const startedSchema = z.object({ conversation: z.object({ id: z.string() }) })

/** Rejects when the reply is a refusal. */
function ask(line: Line, event: string, payload: object): Promise<string> {
  return new Promise((resolve, reject) => {
    line.ask(event, JSON.stringify(payload), (reply) => {
      if (reply.startsWith('[{"ok":true')) resolve(reply)
      else reject(new Error(`${event} was refused: ${reply}`))
    })
  })
}

/** The helpdesk takes for its own pages what comes from this address. */
function originOf({ port }: Target): string {
  return `http://localhost:${port}`
}

/** One of 16 million addresses of this machine. */
function addressOf(number: number): string {
  const host = number + 2
  return `127.${(host >> 16) & 255}.${(host >> 8) & 255}.${host & 255}`
}
