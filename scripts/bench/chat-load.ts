import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import {
  connectVisitor,
  openDesks,
  openVisitors,
  type Target,
  targetSchema,
  type Visitor,
} from './chat-crowd.ts'

/** What the load generator does when told so. Visitors stay between tasks; the first ones are those that write. */
export const taskSchema = z.discriminatedUnion('do', [
  /** opens so many visitors more */
  z.object({ do: z.literal('open'), visitors: z.number() }),
  /** opens desks that look on at the conversations of the first so many visitors, who then are those that write */
  z.object({ do: z.literal('watch'), visitors: z.number() }),
  /** everybody writes so many messages, the next as soon as one is acknowledged */
  z.object({ do: z.literal('write'), messagesEach: z.number() }),
  /** so many messages a second of all together */
  z.object({ do: z.literal('trickle'), perSecond: z.number(), seconds: z.number() }),
  /** all connections break; all visitors connect again at once and ask for what they missed */
  z.object({ do: z.literal('reconnect'), visitors: z.number() }),
  z.object({ do: z.literal('count') }),
])
export type Task = z.output<typeof taskSchema>

/** What came of it. Times in milliseconds. */
export const outcomeSchema = z.object({
  /** from the first message to the last one acknowledged and heard at a desk */
  tookMs: z.number().optional(),
  /** from each message to its acknowledgement, or from each connection to being in step */
  times: z.array(z.number()).optional(),
  /** from each message to the desk that hears it */
  heard: z.array(z.number()).optional(),
  /** visitors whose connection is open */
  connected: z.number().optional(),
  /** why it could not be done */
  failure: z.string().optional(),
})
export type Outcome = z.output<typeof outcomeSchema>

const words = 'We are still waiting to hear about the speech therapy place. Who can tell us when it starts? '

async function serve(target: Target): Promise<void> {
  const visitors: Visitor[] = []
  let writers: Visitor[] = []
  /** by `clientMessageId`: when it was sent, until a desk has heard it */
  const underWay = new Map<string, number>()
  let heard: number[] = []
  let onAllHeard = () => {}

  function hear(event: string): void {
    if (!event.startsWith('["message"')) return
    const at = event.indexOf('"clientMessageId":"') + '"clientMessageId":"'.length
    const id = event.slice(at, at + 36)
    const sentAt = underWay.get(id)
    if (sentAt === undefined) return
    underWay.delete(id)
    heard.push(performance.now() - sentAt)
    if (underWay.size === 0) onAllHeard()
  }

  function send(visitor: Visitor): Promise<number> {
    return new Promise((resolve, reject) => {
      const clientMessageId = randomUUID()
      const sentAt = performance.now()
      underWay.set(clientMessageId, sentAt)
      visitor.line.ask(
        'message:send',
        `{"clientMessageId":"${clientMessageId}","text":"${words}"}`,
        (reply) => {
          const seq = /^\[\{"ok":true,"seq":(\d+)/.exec(reply)?.[1]
          if (seq === undefined) reject(new Error(`A message was refused: ${reply}`))
          visitor.lastSeq = Number(seq)
          resolve(performance.now() - sentAt)
        },
      )
    })
  }

  async function allHeard(): Promise<void> {
    if (underWay.size > 0) await new Promise<void>((resolve) => (onAllHeard = resolve))
  }

  async function measured(work: () => Promise<number[]>): Promise<Outcome> {
    heard = []
    const startedAt = performance.now()
    const times = await work()
    await allHeard()
    return { tookMs: performance.now() - startedAt, times, heard }
  }

  async function perform(task: Task): Promise<Outcome> {
    switch (task.do) {
      case 'open':
        visitors.push(...(await openVisitors(target, task.visitors, 1 + visitors.length)))
        return {}
      case 'watch':
        writers = visitors.slice(0, task.visitors)
        await openDesks(target, writers, hear)
        return {}
      case 'write':
        return measured(async () => {
          const times: number[] = []
          const write = async (visitor: Visitor) => {
            for (let sent = 0; sent < task.messagesEach; sent += 1) times.push(await send(visitor))
          }
          await Promise.all(writers.map(write))
          return times
        })
      case 'trickle':
        return measured(() => trickle(task.perSecond, task.seconds))
      case 'reconnect':
        return reconnect(visitors.slice(0, task.visitors))
      case 'count':
        return { connected: visitors.filter(({ line }) => line.isOpen()).length }
    }
  }

  async function trickle(perSecond: number, seconds: number): Promise<number[]> {
    const sent: Promise<number>[] = []
    const startedAt = performance.now()
    while (sent.length < perSecond * seconds) {
      const due = startedAt + (sent.length * 1000) / perSecond
      const wait = due - performance.now()
      if (wait > 0) await pause(wait)
      const writer = writers[sent.length % writers.length]
      if (writer) sent.push(send(writer))
    }
    return Promise.all(sent)
  }

  async function reconnect(who: readonly Visitor[]): Promise<Outcome> {
    for (const { line } of who) line.destroy()
    await pause(1_000)
    const startedAt = performance.now()
    const times = await Promise.all(
      who.map(async (visitor) => {
        const missed = Math.min(2, visitor.lastSeq)
        const { line, reply } = await connectVisitor(target, {
          ...visitor,
          lastSeq: visitor.lastSeq - missed,
        })
        visitor.line = line
        const took = performance.now() - startedAt
        const got = reply.split('"clientMessageId"').length - 1
        if (target.navigatorCookie !== null && got !== missed)
          throw new Error(`${missed} messages were missed, ${got} came: ${reply}`)
        return took
      }),
    )
    return { tookMs: performance.now() - startedAt, times }
  }

  process.on('message', async (message) => {
    const outcome = await perform(taskSchema.parse(message)).catch(
      (error: unknown): Outcome => ({ failure: String(error) }),
    )
    process.send?.(outcome)
  })
}

if (process.argv[1] === import.meta.filename) {
  process.on('disconnect', () => process.exit())
  await serve(targetSchema.parse(JSON.parse(process.argv[2] ?? '')))
}
