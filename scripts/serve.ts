import { join } from 'node:path'
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
