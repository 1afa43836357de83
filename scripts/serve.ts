import { join } from 'node:path'
import { hasDemonstration } from '../platform/accounts/demonstration.ts'
import type { Config } from '../platform/config.ts'
import { runProgram } from '../platform/program.ts'
import { openHouse } from './house.ts'

/** Starts everything in one process and says where to find what. `scripts/start` runs it. */
const root = join(import.meta.dirname, '..')

await runProgram(
  process.env,
  (config, log) => openHouse({ config, log, root, tell: console.log }),
  whereToFindWhat,
)

function whereToFindWhat(config: Config): string {
  const { publicUrl, dataDir } = config
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
    ...(hasDemonstration(config) ? ['', `  Demonstration sign-ins are on: ${publicUrl}/sign-in/`] : []),
    '',
  ]
  return lines.join('\n')
}
