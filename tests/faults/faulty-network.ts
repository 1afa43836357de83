import { once } from 'node:events'
import { createServer, type Socket, connect as tcpConnect } from 'node:net'
import type { Chance } from '../../scripts/bench/chance.ts'
import type { Pace } from './pace.ts'

/**
 * How the way between people and the helpdesk is just now:
 * - `calm`: everything passes
 * - `slow`: everything passes late, up to a third of a second for each piece
 * - `still`: connections stay, nothing passes; what was sent meanwhile passes later
 * - `apart`: nobody gets through, and whoever was connected is cut off
 * - `deaf`: the server’s end of each connection is gone and people’s pages do not know it; what they say goes nowhere
 * - `forgotten`: people’s end is gone and the server does not know it
 */
export const moods = ['calm', 'slow', 'still', 'apart', 'deaf', 'forgotten'] as const
export type Mood = (typeof moods)[number]

/** A way of our own to the helpdesk, for TCP: a stream keeps its order, so it can be late, cut off and silent, no more. */
export interface FaultyNetwork {
  readonly address: string
  change(mood: Mood): void
  /** Cuts every connection off in the midst of the next piece that passes. */
  cutInTheMidst(): void
  /** Lets one mood follow the other by chance for this long, then is calm. */
  storm(ms: number): Promise<void>
  /** how many connections were ended so far, by whatever mood */
  cut(): number
  close(): Promise<void>
}

export async function openFaultyNetwork(port: number, chance: Chance, pace: Pace): Promise<FaultyNetwork> {
  let mood: Mood = 'calm'
  let cut = 0
  const lines = new Set<Line>()

  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (mood === 'apart') {
      client.destroy()
      return
    }
    const line = joinLine(client, tcpConnect({ port, host: '127.0.0.1', allowHalfOpen: true }), () =>
      mood === 'slow' ? chance.upTo(330) : 0,
    )
    lines.add(line)
    line.onEnd(() => lines.delete(line))
    if (mood !== 'calm' && mood !== 'slow') line.hold(true)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The network has no port')

  function change(next: Mood): void {
    const before = mood
    mood = next
    for (const line of lines) {
      // Half of a connection is no use to anybody: whoever has it learns that now.
      const isHalf = before === 'deaf' || before === 'forgotten'
      if (isHalf || next === 'apart') {
        line.end()
        cut += 1
        continue
      }
      line.hold(next === 'still')
      if (next === 'deaf') line.endAtServer()
      if (next === 'forgotten') line.endAtClient()
    }
  }

  function cutInTheMidst(): void {
    for (const line of lines) line.cutNext()
    cut += lines.size
  }

  return {
    address: `http://127.0.0.1:${bound.port}`,
    change,
    cutInTheMidst,
    async storm(ms) {
      const end = performance.now() + ms
      while (performance.now() < end) {
        if (chance.upTo(4) === 0) cutInTheMidst()
        change(chance.oneOf(moods))
        await pace.about(Math.min(ms / 6, 1500))
      }
      change('calm')
    },
    cut: () => cut,
    async close() {
      for (const line of lines) line.end()
      server.close()
      await once(server, 'close')
    },
  }
}

type Line = ReturnType<typeof joinLine>

/** One connection: what comes in at one end goes out at the other, in its order, each piece as late as `delayMs` says. */
function joinLine(client: Socket, server: Socket, delayMs: () => number) {
  let held = false
  let cutting = false
  let ended = false
  const passes = [createFlow(client, server), createFlow(server, client)]
  const listeners: (() => void)[] = []

  function end(): void {
    if (ended) return
    ended = true
    client.destroy()
    server.destroy()
    for (const listener of listeners) listener()
  }

  /** Passes on what comes from one end, the end of it too; gives what lets the next piece through. */
  function createFlow(from: Socket, to: Socket): () => void {
    const waiting: (Buffer | 'end')[] = []
    let passing = false

    function passNext(): void {
      if (held || passing || ended || waiting.length === 0) return
      passing = true
      setTimeout(() => {
        passing = false
        if (held || ended) return
        const piece = waiting.shift()
        if (piece === 'end') to.end()
        else if (piece) passOn(piece)
        passNext()
      }, delayMs())
    }

    function passOn(piece: Buffer): void {
      if (cutting && piece.length > 1) to.write(piece.subarray(0, Math.ceil(piece.length / 2)), end)
      else if (!to.write(piece)) {
        from.pause()
        to.once('drain', () => from.resume())
      }
    }

    const add = (piece: Buffer | 'end') => {
      waiting.push(piece)
      passNext()
    }
    from.on('data', add)
    from.on('end', () => add('end'))
    return passNext
  }

  for (const socket of [client, server]) {
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('close', (hadError) => {
      if (!held && (hadError || (client.destroyed && server.destroyed))) end()
    })
  }
  return {
    end,
    onEnd: (listener: () => void) => listeners.push(listener),
    hold(on: boolean) {
      held = on
      if (!on && client.destroyed && server.destroyed) end()
      for (const passNext of passes) passNext()
    },
    cutNext() {
      cutting = true
    },
    endAtServer() {
      held = true
      server.destroy()
    },
    endAtClient() {
      held = true
      client.destroy()
    },
  }
}
