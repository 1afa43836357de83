import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { exampleContent } from '#records/example-content.fixture.ts'
import { inside } from '../support/installation.ts'
import { freePort } from '../support/server-process.ts'
import { signInByLink } from '../support/sign-in-by-link.ts'

/** The CMS's own program on a small checkout, and editors who are signed in. */
export interface FaultCms {
  /** such as `http://localhost:41234` */
  readonly url: string
  readonly dataDir: string
  readonly gitDir: string
  /** of each editor, the cookie that keeps them signed in */
  readonly editors: readonly string[]
  /** Starts it again at the same port. @throws Error when it does not come up */
  start(): Promise<void>
  /** Ends it as a crash does: the program alone, or with all that it had started. */
  kill(withChildren: boolean): Promise<void>
  isRunning(): boolean
  git(...args: string[]): string
  stop(): Promise<void>
}

/**
 * @param options.dataDir a folder for what it writes, removed with the rest; one of its own unless given
 * @param options.env settings of the program beside its place
 */
export async function startFaultCms(options: {
  editors: number
  dataDir?: string
  env?: Readonly<Record<string, string>>
  /** where it listens; a free port of this machine unless given */
  port?: number
  /** where editors sign in */
  url?: string
}): Promise<FaultCms> {
  const checkout = plantCheckout()
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'local-offer-fault-'))
  const gitDir = join(dataDir, 'content.git')
  const port = options.port ?? (await freePort())
  const url = options.url ?? `http://localhost:${port}`
  const env = {
    ...{ DATA_DIR: dataDir, PUBLIC_URL: url, PORT: String(port), CHECKOUT: checkout },
    ...{ AUTH_SECRET: 'a secret that stays the same after a crash', ...options.env },
  }
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    child = startProcess(env)
    await untilItRuns(child)
  }

  async function kill(withChildren: boolean): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    process.kill(withChildren ? -(child.pid ?? 0) : (child.pid ?? 0), 'SIGKILL')
    await gone
  }

  const stop = async () => {
    await kill(true)
    for (const folder of [dataDir, checkout])
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  try {
    await start()
    const emails = Array.from({ length: options.editors }, (_, index) => `editor${index}@example.org`)
    await inside({ dataDir, databaseUrl: undefined }, async ({ accounts }) => {
      for (const email of emails)
        await accounts.invite({ email, name: email, grants: [{ role: 'editor', scope: { kind: 'area' } }] })
    })
    const signedIn = await Promise.all(emails.map((email) => signInByLink({ url, email, dataDir })))
    return {
      ...{ url, dataDir, gitDir, start, kill, stop },
      editors: signedIn.map(({ cookie }) => cookie),
      isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
      git: (...args) =>
        execFileSync('git', ['--git-dir', gitDir, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim(),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

const repository = join(import.meta.dirname, '../..')

/** What the program reads of a checkout: content to begin with, the browser part, and how the site is built. */
function plantCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-offer-checkout-'))
  const build = join(import.meta.dirname, 'small-build.ts')
  const files = [
    ...exampleContent.map(({ path, text }) => ({ path: `site/content/${path}`, text })),
    { path: 'node_modules/astro/bin/astro.mjs', text: `import ${JSON.stringify(build)}\n` },
    { path: 'dist/admin/index.html', text: '<p>The CMS</p>' },
  ]
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

function startProcess(env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cms-process.ts')], {
    cwd: repository,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be killed with all that it has started.
    detached: true,
  })
  const endWithUs = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  return child
}

function untilItRuns(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let written = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        written += chunk.toString('utf8')
        if (written.includes('The CMS is running')) resolve()
      })
    child.once('exit', (code) => reject(new Error(`The CMS ended with ${code}.\n${written}`)))
  })
}
