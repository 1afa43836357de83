import { restoreBackup } from './backup/restore-backup.ts'
import { runWithFolder } from './backup/run-with-folder.ts'

/** Makes an installation from a backup: `npm run restore -- <folder>`. Takes DATA_DIR and DATABASE_URL as the server does. */
const usage = 'Say which backup, a folder that "npm run backup" made: npm run restore -- /path/to/folder'

await runWithFolder(usage, process.env, async (folder, config) => {
  const { madeAt } = await restoreBackup({ config, folder })
  return `Restored into ${config.dataDir}, as it was at ${madeAt}. Start the server; it builds the site first.`
})
