import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** How a start of `scripts/serve.ts` ended that did not come up: its exit code and what it wrote. */
export interface FailedStart {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the program and waits until it ends by itself. For starts that must be refused. */
export async function runToEnd(env: Readonly<Record<string, string>>): Promise<FailedStart> {
  const child = startProcess(env)
  const written = collect(child)
  const [code] = await once(child, 'exit')
  return { code: typeof code === 'number' ? code : null, ...written() }
}

/** Starts the program, or another `script` that runs it, and waits until it says that it runs. The caller ends it. */
export async function startServer(
  env: Readonly<Record<string, string>>,
  script = 'scripts/serve.ts',
): Promise<ChildProcess> {
  const child = startProcess(env, script)
  const written = collect(child)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (written().stdout.includes('Local Offer is running')) resolve()
    })
    child.once('exit', (code) => {
      const { stdout, stderr } = written()
      reject(new Error(`The server ended with ${code}.\n${stdout}\n${stderr}`))
    })
  })
  return child
}

/** Sends a signal and waits until the process is gone. Gives its exit code. */
export async function endServer(
  child: ChildProcess,
  signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT',
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
  return child.exitCode
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('No port could be found')
  return address.port
}

/** As many such ports, all different. */
export async function freePorts(count: 5): Promise<Five>
export async function freePorts(count: 7): Promise<[...Five, number, number]>
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) ports.add(await freePort())
  return [...ports]
}

type Five = [number, number, number, number, number]

function startProcess(env: Readonly<Record<string, string>>, script = 'scripts/serve.ts'): ChildProcess {
  return spawn(process.execPath, [join(root, script)], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

function collect(child: ChildProcess): () => { stdout: string; stderr: string } {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8')
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8')
  })
  return () => ({ stdout, stderr })
}
