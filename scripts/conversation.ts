import { HelpdeskError } from '../chat-server/domain/errors.ts'
import { helpdeskMigrations } from '../chat-server/storage/helpdesk-migrations.ts'
import { findConversationsOf } from '../chat-server/storage/kept-conversations.ts'
import { createStores } from '../chat-server/stores.ts'
import { eraseConversation, exportConversation } from '../chat-server/subject-access.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { openPlatform } from '../platform/open-platform.ts'
import { OperatorError } from '../platform/operator-error.ts'

/**
 * What somebody may ask of what is kept about them (UK GDPR, articles 15 and 17). Each step is in the audit.
 *
 * `npm run conversation -- find kim@example.org` the reference numbers for which an address, or a telephone number, was left
 * `npm run conversation -- export LO-7KQ4-2M9X` all that is kept, as text
 * `npm run conversation -- erase LO-7KQ4-2M9X` removes names, addresses and text now
 */
const usage =
  'Say what to do: find <email address or telephone number>, export <reference number> or erase <reference number>.'

try {
  const [task, subject] = process.argv.slice(2)
  if (task === undefined || subject === undefined) throw new OperatorError(usage)
  const config = readConfig(process.env)
  const platform = await openPlatform({ config, log: createLog(config), demoProviderId: undefined })
  try {
    await platform.database.migrate('helpdesk', helpdeskMigrations)
    const parts = { stores: createStores(platform), audit: platform.audit, publicUrl: config.publicUrl }
    console.log(await answerTo(task, subject, parts))
  } finally {
    await platform.stop()
  }
} catch (error) {
  if (!(error instanceof OperatorError || error instanceof HelpdeskError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function answerTo(
  task: string,
  subject: string,
  parts: Parameters<typeof exportConversation>[0],
): Promise<string> {
  if (task === 'export') return exportConversation(parts, subject)
  if (task === 'find') {
    const clue = subject.includes('@')
      ? ({ by: 'email', email: subject } as const)
      : ({ by: 'telephone', telephone: subject } as const)
    const found = await findConversationsOf(parts.stores.database.kysely, clue)
    await parts.stores.database.write((trx) =>
      parts.audit.record(trx, {
        ...{ actor: 'system', action: 'privacy-find', subject: 'person' },
        detail: { by: clue.by, found: found.length },
      }),
    )
    if (found.length === 0) return `No conversation has this ${clue.by === 'email' ? 'address' : 'number'}.`
    return found.map(({ reference }) => reference).join('\n')
  }
  if (task !== 'erase') throw new OperatorError(usage)
  await eraseConversation(parts, subject)
  return 'Erased. The times and counts that stay say nothing of who it was.'
}
