import { accessSync, constants, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, ConfigError, readConfig } from '../platform/config.ts'
import { DatabaseError } from '../platform/database/database-errors.ts'
import { createLog } from '../platform/log.ts'
import { HouseError, openHouse } from './house.ts'

/** Starts everything in one process and says where to find what. `scripts/start` runs it. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

try {
  const config = readConfig(process.env)
  makeDataDir(config.dataDir)
  await refuseTakenPort(config)
  const log = createLog({ production: config.production })
  const house = await openHouse({ config, log, root, tell: (words) => console.log(words) })
  await house.app.listen({ port: config.port, host: config.host })
  console.log(whereToFindWhat(config))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(house.app))
} catch (error) {
  if (!isForPeople(error)) throw error
  console.error(error.message)
  process.exit(1)
}

async function stop(app: { close(): Promise<unknown> }): Promise<void> {
  console.log('Stopping …')
  await app.close()
  process.exit(0)
}

function isForPeople(error: unknown): error is Error {
  return [ConfigError, DatabaseError, HouseError].some((kind) => error instanceof kind)
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch {
    throw new HouseError(
      `The folder ${dataDir} cannot be written to. Give this user the right to write there, or set DATA_DIR to another folder.`,
    )
  }
}

/** Asked before anything is built, so that a second start ends at once. */
function refuseTakenPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) =>
      reject(
        new HouseError(
          Reflect.get(error, 'code') === 'EADDRINUSE'
            ? `Port ${port} is taken by another program. Stop that one, or choose another port, such as PORT=${port + 1}.`
            : `It is not possible to listen on ${host}, port ${port}: ${error.message}.`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function whereToFindWhat({ publicUrl, demo, dataDir }: Config): string {
  const lines = [
    '',
    'Local Offer is running. Stop it with Ctrl-C.',
    '',
    `  Site                ${publicUrl}/`,
    `  Find services       ${publicUrl}/services/`,
    `  Chat, for families  ${publicUrl}/chat/`,
    `  Navigator’s desk    ${publicUrl}/desk/`,
    `  CMS                 ${publicUrl}/admin/`,
    `  Is it well?         ${publicUrl}/api/health`,
    `  What it writes      ${dataDir}`,
    ...(demo ? ['', `  Demonstration sign-ins are on: ${publicUrl}/sign-in/`] : []),
    '',
  ]
  return lines.join('\n')
}
