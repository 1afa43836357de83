import { join } from 'node:path'
import type { RunningHouse } from './app.ts'
import { run } from './run-command.ts'

const root = join(import.meta.dirname, '../..')

/** Gives somebody an account with a role in a house that runs, as `npm run invite` does. */
export async function inviteStaff(
  house: Pick<RunningHouse, 'dataDir'>,
  { email, name, role }: { email: string; name: string; role: string },
): Promise<void> {
  const args = ['scripts/invite.ts', '--email', email, '--name', name, '--role', role]
  const { code, output } = await run(process.execPath, args, { cwd: root, env: { DATA_DIR: house.dataDir } })
  if (code !== 0) throw new Error(output)
}
