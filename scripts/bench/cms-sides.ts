import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { openContentRepository } from '../../cms/git/content-repository.ts'
import { endServer, freePort, startServer } from '../../tests/support/server-process.ts'

/** Something that speaks Decap's protocol, with the services of a directory. */
export interface CmsSide {
  readonly name: string
  /** The paths of all services, as the whole answer gives them. */
  list(): Promise<string[]>
  /** The text of one service, and the version that the form would say it was opened with. */
  open(path: string): Promise<{ text: string; version: string | undefined }>
  /** Saves a service as a draft. Gives whether it was taken, and the version it has from then on. */
  save(path: string, text: string, version: string | undefined): Promise<Saved>
  stop(): Promise<void>
}

export interface Saved {
  readonly taken: boolean
  readonly version: string | undefined
}

/** The whole program with the directory as its content, and somebody of each role who is signed in. */
export interface OurSide extends CmsSide {
  readonly url: string
  readonly dataDir: string
  readonly cookies: Readonly<Record<'editor' | 'provider', string>>
  ask(role: 'editor' | 'provider', action: string, params: object): Promise<Response>
}

/** Starts our program on a content repository that is filled from `contentDir`; it builds its site first. */
export async function startOurs(contentDir: string, dataDir: string): Promise<OurSide> {
  const repository = await openContentRepository({
    gitDir: join(dataDir, 'content.git'),
    seedFrom: contentDir,
  })
  await repository.close()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = await startServer({ PORT: String(port), DATA_DIR: dataDir, DEMO: '1' })
  const cookies = { editor: await signIn(url, 'editor'), provider: await signIn(url, 'provider') }
  const tokens = {
    editor: await tokenOf(url, cookies.editor),
    provider: await tokenOf(url, cookies.provider),
  }

  const ask = (role: 'editor' | 'provider', action: string, params: object) =>
    fetch(`${url}/api/cms`, {
      method: 'POST',
      headers: {
        ...{ cookie: cookies[role], origin: url, 'x-csrf-token': tokens[role] },
        'content-type': 'application/json',
      },
      body: JSON.stringify({ action, params }),
    })
  return {
    ...{ name: 'ours', url, dataDir, cookies, ask },
    list: async () => pathsOf(await (await ask('editor', 'entriesByFolder', { folder: 'services' })).json()),
    async open(path) {
      const { data, version } = opened.parse(await (await ask('editor', 'getEntry', { path })).json())
      return { text: data, version }
    },
    async save(path, text, version) {
      const reply = await ask('editor', 'persistEntry', { ...saving(path, text), openedVersion: version })
      return { taken: reply.ok, version: reply.ok ? stored.parse(await reply.json()).version : undefined }
    },
    stop: async () => void (await endServer(child, 'SIGTERM')),
  }
}

/** Decap's own server in its Git mode, on a checkout of the same content. Everybody may do everything there. */
export async function startDecapServer(folder: string): Promise<CmsSide> {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' })
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Somebody')
  git('config', 'user.email', 'somebody@example.org')
  git('config', 'gc.auto', '0')
  git('add', '.')
  git('commit', '--quiet', '--message', 'Start')
  const port = await freePort()
  const child = spawn(process.execPath, [createRequire(import.meta.url).resolve('decap-server')], {
    env: {
      ...{ PATH: process.env['PATH'] ?? '', HOME: folder, MODE: 'git', GIT_REPO_DIRECTORY: folder },
      ...{ PORT: String(port), BIND_HOST: '127.0.0.1', LOG_LEVEL: 'info' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await untilItListens(child)
  const ask = (action: string, params: object) =>
    fetch(`http://127.0.0.1:${port}/api/v1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action, params: { branch: 'main', ...params } }),
    })
  return {
    name: 'decap-server',
    list: async () =>
      pathsOf(await (await ask('entriesByFolder', { folder: 'services', extension: 'md', depth: 1 })).json()),
    async open(path) {
      const { data } = z.object({ data: z.string() }).parse(await (await ask('getEntry', { path })).json())
      return { text: data, version: undefined }
    },
    async save(path, text) {
      const reply = await ask('persistEntry', saving(path, text))
      await reply.text()
      return { taken: reply.ok, version: undefined }
    },
    stop: async () => void (await endServer(child, 'SIGKILL')),
  }
}

/** The name of a service file, without folder and ending. */
export function slugOf(path: string): string {
  return path.slice('services/'.length, -'.md'.length)
}

function saving(path: string, raw: string) {
  const options = { collectionName: 'services', useWorkflow: true, commitMessage: 'Save', status: 'draft' }
  return { dataFiles: [{ path, slug: slugOf(path), raw }], assets: [], options }
}

async function signIn(origin: string, role: string): Promise<string> {
  const signedIn = await fetch(`${origin}/sign-in/demonstration/`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ role }),
    redirect: 'manual',
  })
  return signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function tokenOf(url: string, cookie: string): Promise<string> {
  const me = await fetch(`${url}/api/me`, { headers: { cookie } })
  return z.object({ csrfToken: z.string() }).parse(await me.json()).csrfToken
}

function untilItListens(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        if (chunk.toString('utf8').includes('listening')) resolve()
      })
    child.once('exit', (code) => reject(new Error(`decap-server ended with ${code}.`)))
  })
}

function pathsOf(entries: unknown): string[] {
  return z
    .array(z.object({ file: z.object({ path: z.string() }) }))
    .parse(entries)
    .map(({ file }) => file.path)
}

const opened = z.object({ data: z.string(), version: z.string() })
const stored = z.object({ version: z.string() })
