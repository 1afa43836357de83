import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import { pino } from 'pino'
import { parse } from 'yaml'
import { z } from 'zod'
import { createAudit } from '#platform/audit.ts'
import { openDatabase } from '#platform/database/database.ts'
import { createJobs } from '#platform/jobs.ts'
import { createMail } from '#platform/mail.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import { createNightly } from '#platform/nightly.ts'
import { createPages } from '#platform/pages/shell.ts'
import { areaRecord } from '#records/area.ts'
import { createHelpdesk } from '../../chat-server/app.ts'
import { lies, lyingDatabase } from './lying-database.ts'

// The real helpdesk as a process of its own, for tests to kill. Whoever has the cookie `session=<name>` is the
// navigator of that name; limits are out of the way. It may be told to lie about what it stored. Prints its port when it listens.

const options = z
  .object({
    dataDir: z.string(),
    databaseUrl: z.string().optional(),
    port: z.number(),
    publicUrl: z.string(),
    lie: z.enum(lies).optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

const honest = await openDatabase({ dataDir: options.dataDir, databaseUrl: options.databaseUrl })
await migratePlatform(honest)
const database = options.lie ? lyingDatabase(honest, options.lie) : honest
const area = areaRecord.schema.parse(parse(readFileSync('site/content/area.yaml', 'utf8')))
const log = pino({ level: 'warn' }, pino.destination(2))
const parts = { database, clock: Date.now, newId: randomUUID, log }
const audit = createAudit(parts)
const endless = 1_000_000_000
const http = fastify()
await createHelpdesk(http, {
  ...parts,
  mail: createMail({ ...parts, deliver: async () => {} }),
  leadAddresses: async () => [],
  audit,
  nightly: createNightly({ ...parts, audit, jobs: createJobs(parts) }),
  area: () => area,
  pages: createPages({ releaseDir: () => options.dataDir }),
  publicUrl: options.publicUrl,
  async whoIs({ cookie = '' }) {
    const name = /^session=(\w+)$/.exec(cookie)?.[1]
    if (!name) return null
    const grants = [{ role: 'navigator' as const, scope: { kind: 'area' as const } }]
    return { accountId: name, name, sessionId: name, csrfToken: '', grants }
  },
  limits: {
    connectionsPerAddress: endless,
    openPerAddress: endless,
    openPerSession: endless,
    startsPerAddress: endless,
    startsWhereBlocked: endless,
    messagesPerAddress: endless,
    messagesPerSession: endless,
    messagesPerSessionHour: endless,
    lettersPerMailbox: endless,
    requestsPerSession: endless,
  },
})
const address = await http.listen({ port: options.port, host: '127.0.0.1' })
// Whoever started it holds this open: it ends with them, however they end.
process.stdin.resume().once('end', () => process.exit())
process.stdout.write(`${new URL(address).port}\n`)
