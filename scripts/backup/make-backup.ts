import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Clock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { OperatorError } from '../../platform/operator-error.ts'
import { saveContent } from './content-bundle.ts'
import { partsOf } from './installation.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { savePostgresTables } from './postgres-tables.ts'
import { migrationsOf, type Steps } from './schema-steps.ts'
import { saveSqliteFile } from './sqlite-file.ts'

/**
 * Writes all that an installation would be missed for into a new folder, while it runs: the database as it is at one moment,
 * the content with drafts and history, recordings, and the secret. What was acknowledged before the call is in it. The folder
 * appears when it is complete.
 *
 * @throws OperatorError one sentence: the folder holds something, there is nothing to back up, no room
 */
export async function makeBackup(options: {
  config: Pick<Config, 'dataDir' | 'databaseUrl'>
  folder: string
  clock: Clock
}): Promise<Manifest> {
  const { config, clock } = options
  const folder = resolve(options.folder)
  const madeAt = new Date(clock()).toISOString()
  await refuseFolder(folder)
  const from = partsOf(config.dataDir)
  if (config.databaseUrl === undefined && !existsSync(from.database))
    throw new OperatorError(
      `There is no installation in ${config.dataDir} to back up. Set DATA_DIR to the folder that it writes to.`,
    )
  const draft = await makeDraft(folder)
  try {
    // Before the content: what the database says was published is in the content then.
    const to = partsOf(draft)
    const steps = await saveDatabase(config, from.database, to)
    // So that nobody finds out when it is needed that it cannot be restored.
    migrationsOf(steps, config.databaseUrl === undefined ? 'sqlite' : 'postgres')
    if (existsSync(from.content)) await saveContent(from.content, to.contentBundle)
    if (existsSync(from.recordings)) await cp(from.recordings, to.recordings, { recursive: true })
    if (existsSync(from.secret)) await copyFile(from.secret, to.secret)
    const engine = config.databaseUrl === undefined ? 'sqlite' : 'postgres'
    const manifest = await writeManifest(draft, { madeAt, engine, steps })
    await rename(draft, folder)
    return manifest
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function saveDatabase(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  file: string,
  to: ReturnType<typeof partsOf>,
): Promise<Steps> {
  if (databaseUrl === undefined) return saveSqliteFile(file, to.database)
  const database = await openDatabase({ dataDir, databaseUrl })
  try {
    return await savePostgresTables(database, to.tables)
  } finally {
    await database.close()
  }
}

async function refuseFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const held = await readdir(folder).catch(() => ['a file'])
  if (held.length > 0)
    throw new OperatorError(
      `${folder} is there already and is left as it is. Name a folder that is not there yet.`,
    )
}

/** Beside the folder, so that it can be renamed to it; for its owner's eyes alone. */
async function makeDraft(folder: string): Promise<string> {
  await mkdir(dirname(folder), { recursive: true })
  return mkdtemp(join(dirname(folder), `.${basename(folder)}-`))
}
