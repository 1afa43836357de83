import { systemClock } from '../platform/clock.ts'
import { makeBackup } from './backup/make-backup.ts'
import { runWithFolder } from './backup/run-with-folder.ts'

/** Backs an installation up while it runs: `npm run backup -- <folder>`. Takes DATA_DIR and DATABASE_URL as the server does. */
const usage = 'Say where the backup goes, a folder that is not there yet: npm run backup -- /path/to/folder'

await runWithFolder(usage, process.env, async (folder, config) => {
  const { files, engine, madeAt } = await makeBackup({ config, folder, clock: systemClock })
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  return [
    `Backed up to ${folder}: ${files.length} files, ${megabytes.toFixed(1)} MB, as of ${madeAt} (${engine}).`,
    'It holds what families wrote: keep it as safe as the installation, and no longer than you keep that.',
  ].join('\n')
})
