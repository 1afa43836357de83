import { existsSync } from 'node:fs'
import { chmod, copyFile, cp, readdir, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../../platform/config.ts'
import { lockDataDir } from '../../platform/data-dir-lock.ts'
import { type Database, openDatabase } from '../../platform/database/database.ts'
import { OperatorError } from '../../platform/operator-error.ts'
import { loadContent } from './content-bundle.ts'
import { partsOf } from './installation.ts'
import { type Manifest, readCheckedManifest } from './manifest.ts'
import { isEmptyPostgres, loadPostgresTables } from './postgres-tables.ts'
import { migrationsOf } from './schema-steps.ts'
import { loadSqliteFile } from './sqlite-file.ts'

/**
 * Makes an installation from a backup, in a DATA_DIR (and with DATABASE_URL a database) that holds none yet. The site is
 * built at the next start.
 *
 * @throws OperatorError one sentence: no backup, damaged, of a newer program, or something is there that it would overwrite
 */
export async function restoreBackup(options: {
  config: Pick<Config, 'dataDir' | 'databaseUrl'>
  folder: string
}): Promise<Manifest> {
  const { config } = options
  const folder = resolve(options.folder)
  const manifest = await readCheckedManifest(folder)
  migrationsOf(manifest.steps, manifest.engine)
  refuseOtherEngine(manifest, config)
  await refuseInstallation(config.dataDir)
  const unlock = lockDataDir(config.dataDir)
  try {
    await whileDatabaseIsEmpty(config, (database) => restoreParts(folder, manifest, config.dataDir, database))
  } finally {
    unlock()
  }
  return manifest
}

/** The database comes last: with it, the installation is complete. What was made is removed when a part fails. */
async function restoreParts(
  folder: string,
  { steps }: Manifest,
  dataDir: string,
  database: Database | undefined,
): Promise<void> {
  const [from, to] = [partsOf(folder), partsOf(dataDir)]
  try {
    if (existsSync(from.contentBundle)) await loadContent(from.contentBundle, to.content)
    if (existsSync(from.recordings)) await cp(from.recordings, to.recordings, { recursive: true })
    if (existsSync(from.secret)) {
      await copyFile(from.secret, to.secret)
      await chmod(to.secret, 0o600)
    }
    if (database) await loadPostgresTables(database, from.tables, steps)
    else loadSqliteFile(from.database, to.database)
  } catch (error) {
    for (const path of Object.values(to)) await rm(path, { recursive: true, force: true })
    throw error
  }
}

/** @throws OperatorError when DATABASE_URL names a database that holds something */
async function whileDatabaseIsEmpty(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  work: (database: Database | undefined) => Promise<void>,
): Promise<void> {
  if (databaseUrl === undefined) return work(undefined)
  const database = await openDatabase({ dataDir, databaseUrl })
  try {
    if (!(await isEmptyPostgres(database)))
      throw new OperatorError(
        'The database that DATABASE_URL names holds tables already and is left as it is. Make an empty one and set DATABASE_URL to it.',
      )
    await work(database)
  } finally {
    await database.close()
  }
}

async function refuseInstallation(dataDir: string): Promise<void> {
  const { recordings, ...others } = partsOf(dataDir)
  const isHeld = Object.values(others).find((path) => existsSync(path)) ?? (await hasFiles(recordings))
  if (isHeld === undefined) return
  throw new OperatorError(
    `${dataDir} holds an installation already and is left as it is. Move it away, or set DATA_DIR to a folder that is not there yet.`,
  )
}

async function hasFiles(folder: string): Promise<string | undefined> {
  return existsSync(folder) ? (await readdir(folder))[0] : undefined
}

function refuseOtherEngine({ engine }: Manifest, { databaseUrl }: Pick<Config, 'databaseUrl'>): void {
  if (engine === 'sqlite' && databaseUrl !== undefined)
    throw new OperatorError('This backup is of the embedded database. Restore it without DATABASE_URL.')
  if (engine === 'postgres' && databaseUrl === undefined)
    throw new OperatorError(
      'This backup is of a PostgreSQL database. Make an empty one and set DATABASE_URL to it.',
    )
}
