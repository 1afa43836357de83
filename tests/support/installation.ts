import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '#platform/config.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { run } from './run-command.ts'

const root = join(import.meta.dirname, '../..')

/** Where an installation keeps what it writes. */
export type Place = { dataDir: string; databaseUrl: string | undefined }

const envOf = ({ dataDir, databaseUrl }: Place): Record<string, string> => ({
  DATA_DIR: dataDir,
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
})

/** Runs `npm run backup` on it. */
export const backup = (place: Place, ...args: string[]) =>
  run(process.execPath, ['scripts/backup.ts', ...args], { cwd: root, env: envOf(place) })

/** Runs `npm run restore` into it. */
export const restore = (place: Place, ...args: string[]) =>
  run(process.execPath, ['scripts/restore.ts', ...args], { cwd: root, env: envOf(place) })

/** Does something with an installation's own parts, as the programs open them. */
export async function inside<Result>(
  place: Place,
  work: (parts: Awaited<ReturnType<typeof openPlatform>>) => Promise<Result>,
) {
  const config = readConfig(envOf(place))
  const platform = await openPlatform({ config, log: pino({ level: 'silent' }), demoProviderId: undefined })
  try {
    return await work(platform)
  } finally {
    await platform.stop()
  }
}
