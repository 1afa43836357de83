import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { areaRecord } from '#records/area.ts'
import { goodPage } from './planted-release.ts'
import { endServer } from './server-process.ts'

const root = join(import.meta.dirname, '../..')

/** Plants a published site of a few pages, so that no test has to build one. */
export function plantSite(dataDir: string): void {
  const area = areaRecord.schema.parse(parse(readFileSync(join(root, 'site/content/area.yaml'), 'utf8')))
  const files: Readonly<Record<string, string>> = {
    'area.json': JSON.stringify(area),
    'index.html': goodPage('<p>Welcome.</p>'),
    '404.html': goodPage('<p>Not found.</p>'),
    'desk/index.html': goodPage('<p>The desk.</p>'),
    'shell/index.html': '<!DOCTYPE html><title>%%TITLE%%</title><main><!--%%BODY%%--></main>',
  }
  for (const [path, text] of Object.entries(files)) {
    const file = join(dataDir, 'releases/current', path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
}

/** The helpdesk's own program as a process, with all that it writes to its log. */
export interface HelpdeskProcess {
  readonly port: number
  /** of the process that runs now, or ran last */
  pid(): number
  logged(): string
  isRunning(): boolean
  /** Numbers of this process, as `/metrics` gives them to programs of the machine: 0 for what is not there. */
  number(name: string): Promise<number>
  kill(): Promise<void>
  /** Starts it again at the same port, or for the first time. */
  start(): Promise<void>
  /** Says something to what was loaded before the program. */
  tell(message: object): void
}

/**
 * @param env settings of the program but PORT
 * @param preload a module that is loaded before the program, and hears what it is told
 */
export function createHelpdeskProcess(
  port: number,
  env: Readonly<Record<string, string>>,
  preload?: string,
): HelpdeskProcess {
  let child: ChildProcess | undefined
  let logged = ''
  return {
    port,
    pid: () => child?.pid ?? 0,
    logged: () => logged,
    tell: (message) => child?.send(message),
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    async number(name) {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
      const line = (await answer.text()).split('\n').find((known) => known.startsWith(`${name} `))
      return Number(line?.split(' ').at(-1) ?? 0)
    },
    async kill() {
      if (child) await endServer(child, 'SIGKILL')
    },
    async start() {
      const before = preload === undefined ? [] : ['--import', preload]
      const started = spawn(process.execPath, [...before, join(root, 'chat-server/main.ts')], {
        cwd: root,
        env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe', ...(preload === undefined ? [] : ['ipc' as const])],
      })
      child = started
      // Whatever ends the test, the process ends with it.
      const endWithUs = () => started.kill('SIGKILL')
      process.once('exit', endWithUs)
      started.once('exit', () => process.off('exit', endWithUs))
      await untilItRuns(started, (text) => {
        logged += text
      })
    },
  }
}

function untilItRuns(child: ChildProcess, keep: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let written = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        written += chunk.toString('utf8')
        keep(chunk.toString('utf8'))
        if (written.includes('The helpdesk is running')) resolve()
      })
    child.once('exit', (code) => reject(new Error(`The helpdesk ended with ${code}.\n${written}`)))
  })
}
