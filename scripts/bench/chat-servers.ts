import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { areaRecord } from '#records/area.ts'
import { plantSite } from '../../tests/support/helpdesk-group.ts'
import { endServer, freePort } from '../../tests/support/server-process.ts'
import type { Target } from './chat-crowd.ts'
import { type Outcome, outcomeSchema, type Task } from './chat-load.ts'

/** A server as a process of its own, with a load generator as another. */
export interface Side {
  readonly name: string
  /** where the server's debugger listens */
  readonly debuggerUrl: string
  /** Has the generator do something; throws when it could not. */
  perform(task: Task): Promise<Outcome>
  /** Seconds of processor that the server has taken until now; 0 where there is no `/proc`. */
  processorSeconds(): number
  /** Megabytes that the server holds after collecting what it no longer needs. */
  megabytes(): Promise<number>
  stop(): Promise<void>
}

/**
 * The helpdesk's own program with its usual limits, on SQLite in `dataDir` or on `databaseUrl`. It is open day and night,
 * so that the hour makes no difference.
 */
export async function startHelpdesk(options: {
  readonly name: string
  readonly root: string
  readonly dataDir: string
  readonly databaseUrl?: string
}): Promise<Side> {
  const { name, root, dataDir, databaseUrl } = options
  mkdirSync(dataDir, { recursive: true })
  plantSite(dataDir)
  openDayAndNight(root, dataDir)
  const port = await freePort()
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
    ...{ PORT: String(port), DATA_DIR: dataDir, DEMO: '1' },
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
  const server = await startServer(join(root, 'chat-server/main.ts'), root, env, 'The helpdesk is running')
  const origin = `http://localhost:${port}`
  const signedIn = await fetch(`${origin}/sign-in/demonstration/`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ role: 'navigator' }),
    redirect: 'manual',
  })
  const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (cookies.length === 0) throw new Error('Nobody could be signed in at the desk.')
  return createSide(name, root, server, { port, navigatorCookie: cookies.join('; ') })
}

/** socket.io alone. */
export async function startRelay(root: string): Promise<Side> {
  const env = { PATH: process.env['PATH'] ?? '' }
  const server = await startServer(join(root, 'scripts/bench/chat-relay.ts'), root, env, '\n')
  return createSide('relay', root, server, { port: Number(server.said), navigatorCookie: null })
}

function openDayAndNight(root: string, dataDir: string): void {
  const area = areaRecord.schema.parse(parse(readFileSync(join(root, 'site/content/area.yaml'), 'utf8')))
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  const openingHours = days.map((day) => ({ key: day, day, opens: '00:00', closes: '23:59' }))
  const file = join(dataDir, 'releases/current/area.json')
  writeFileSync(file, JSON.stringify({ ...area, openingHours, bankHolidays: [] }))
}

interface Server {
  readonly child: ChildProcess
  /** what it had written to standard output when it was ready */
  readonly said: string
  /** where its debugger listens */
  readonly debuggerUrl: string
}

async function startServer(
  program: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  readySign: string,
): Promise<Server> {
  const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', program], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const stopAtExit = () => child.kill('SIGKILL')
  process.once('exit', stopAtExit)
  child.once('exit', () => process.off('exit', stopAtExit))
  let [said, complained] = ['', '']
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (said.includes(readySign) && complained.includes('ws://')) resolve()
    }
    child.stdout.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4_000)
      look()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      complained = (complained + chunk.toString('utf8')).slice(0, 4_000)
      look()
    })
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}:\n${said}\n${complained}`)))
  })
  return { child, said, debuggerUrl: /ws:\/\/\S+/.exec(complained)?.[0] ?? '' }
}

function createSide(name: string, root: string, server: Server, target: Target): Side {
  const load = fork(join(root, 'scripts/bench/chat-load.ts'), [JSON.stringify(target)])
  const id = server.child.pid ?? 0
  const ended = once(load, 'exit').then(() => [{ failure: 'The load generator ended.' }])
  return {
    name,
    debuggerUrl: server.debuggerUrl,
    async perform(task) {
      const answer = once(load, 'message')
      load.send(task)
      const outcome = outcomeSchema.parse((await Promise.race([answer, ended]))[0])
      if (outcome.failure !== undefined) throw new Error(`${name}, ${task.do}: ${outcome.failure}`)
      return outcome
    },
    processorSeconds: () => processorSeconds(id),
    async megabytes() {
      await collectGarbage(server.debuggerUrl)
      return residentMegabytes(id)
    },
    async stop() {
      load.disconnect()
      await once(load, 'exit')
      server.child.stdin?.end()
      await endServer(server.child, 'SIGTERM')
    },
  }
}

/** User and system time, in hundredths of a second, stand behind the program's name in brackets: proc(5). */
function processorSeconds(id: number): number {
  const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) / 100
}

function residentMegabytes(id: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

/** Asks a Node process through its debugger, so that the program measured needs no change. */
async function collectGarbage(debuggerUrl: string): Promise<void> {
  const socket = new WebSocket(debuggerUrl)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('The debugger could not be reached.')))
  })
  for (let round = 1; round <= 3; round += 1) {
    const done = new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }))
    socket.send(JSON.stringify({ id: round, method: 'HeapProfiler.collectGarbage' }))
    await done
  }
  socket.close()
}
