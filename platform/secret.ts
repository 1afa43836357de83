import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ConfigError } from './config.ts'
import { errorCode } from './error-code.ts'

/**
 * The secret that signs cookies: AUTH_SECRET, or a random one kept in `<dataDir>/secret`, which only its owner may
 * read and which is made at the first start.
 *
 * Throws `ConfigError` when the file cannot be read or written, or holds too little.
 */
export async function readSecret(config: Pick<Config, 'authSecret' | 'dataDir'>): Promise<string> {
  if (config.authSecret !== undefined) return config.authSecret
  const path = join(config.dataDir, 'secret')
  try {
    const secret = (await readIfThere(path)) ?? (await makeSecret(config.dataDir, path))
    if (secret.length >= 32) return secret
  } catch (cause) {
    throw new ConfigError(`The file ${path} cannot be used. Check that this user may read and write it.`, {
      cause,
    })
  }
  throw new ConfigError(
    `The file ${path} holds too little. Delete it to get a new one; everyone then signs in again.`,
  )
}

async function makeSecret(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  // A name of its own for every attempt, so that none removes another's draft.
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    // A link is refused where the file exists, so two processes starting at once agree on the first one's secret.
    await link(draft, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
  return readFile(path, 'utf8')
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
