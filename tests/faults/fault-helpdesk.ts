import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHelpdeskProcess, type HelpdeskProcess, plantSite } from '../support/helpdesk-group.ts'
import { inside } from '../support/installation.ts'
import { freePort } from '../support/server-process.ts'
import { signInByLink } from '../support/sign-in-by-link.ts'

/** The helpdesk's own program, one process or several, with its usual limits, and navigators who are signed in. */
export interface FaultHelpdesk {
  readonly engine: 'sqlite' | 'postgres'
  readonly dataDir: string
  /** the first process */
  readonly helpdesk: HelpdeskProcess
  readonly processes: readonly HelpdeskProcess[]
  /** of the first process, such as `http://127.0.0.1:41234` */
  readonly address: string
  /** what it takes for its own pages */
  readonly origin: string
  /** of each navigator, the cookie that keeps them signed in */
  readonly navigators: readonly string[]
  stop(): Promise<void>
}

/**
 * @param options.dataDir a folder for what it writes, removed with the rest; one of its own unless given
 * @param options.databaseUrl PostgreSQL; SQLite unless given
 * @param options.preload a module to be loaded before the program
 */
export async function startFaultHelpdesk(options: {
  dataDir?: string
  databaseUrl?: string | undefined
  navigators: number
  processes?: number
  preload?: string
}): Promise<FaultHelpdesk> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'local-offer-fault-'))
  mkdirSync(dataDir, { recursive: true })
  plantSite(dataDir)
  const ports: number[] = []
  while (ports.length < (options.processes ?? 1)) ports.push(await freePort())
  const [port = 0] = ports
  const origin = `http://localhost:${port}`
  const env = {
    DATA_DIR: dataDir,
    PUBLIC_URL: origin,
    AUTH_SECRET: 'one secret that all processes share',
    // Loopback stands for a proxy: addresses come from its header, spread as those of real people are.
    TRUST_PROXY: '1',
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
  }
  const processes = ports.map((own) => createHelpdeskProcess(own, env, options.preload))
  const [helpdesk] = processes
  if (!helpdesk) throw new Error('A helpdesk has one process at least')
  const stop = async () => {
    for (const running of processes) await running.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    for (const starting of processes) await starting.start()
    const place = { dataDir, databaseUrl: options.databaseUrl }
    const emails = Array.from({ length: options.navigators }, (_, index) => `navigator${index}@example.org`)
    await inside(place, async ({ accounts }) => {
      for (const [index, email] of emails.entries())
        await accounts.invite({
          ...{ email, name: `Navigator ${index}` },
          grants: [{ role: 'navigator', scope: { kind: 'area' } }],
        })
    })
    const signedIn = await Promise.all(emails.map((email) => signInByLink({ url: origin, email, dataDir })))
    const navigators = signedIn.map(({ cookie }) => cookie)
    const engine = options.databaseUrl === undefined ? 'sqlite' : 'postgres'
    return {
      engine,
      dataDir,
      helpdesk,
      processes,
      address: `http://127.0.0.1:${port}`,
      origin,
      navigators,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
