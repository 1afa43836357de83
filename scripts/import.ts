/** `npm run import -- open-referral <address or file>` and `npm run import -- csv <file>`: see docs/open-data.md. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { londonDate } from '#records/london-date.ts'
import { categories } from '#records/taxonomy.ts'
import { ConfigError, readConfig } from '../platform/config.ts'
import { ImportFault } from './import/import-fault.ts'
import { reportTable } from './import/import-report.ts'
import { runImport } from './import/run-import.ts'

const usage = `Give what to import and where from:
  npm run import -- open-referral <address or file>
  npm run import -- csv <file>
Options:
  --write            write it; without, nothing is written and the report says what would be
  --into <folder>    the content folder (site/content)
  --source <name>    what this source is called here (the host of its address, or the name of the file)
  --licence <words>  the licence that the source gives
  --category <id>    for services whose words fit none of our categories
  --json             the report as JSON`

const orderSchema = z.object({
  kind: z.enum(['open-referral', 'csv'], 'Import “open-referral” or “csv”.'),
  from: z.string('Give an address or a file.'),
  category: z
    .enum(
      categories.map(({ id }) => id),
      { error: () => `--category must be one of: ${categories.map(({ id }) => id).join(', ')}.` },
    )
    .optional(),
})

async function main(): Promise<void> {
  try {
    const { values, order } = orderOf(process.argv.slice(2))
    const report = await runImport({
      ...{ kind: order.kind, from: order.from, into: values.into, write: values.write },
      ...{ source: values.source, licence: values.licence, fallbackCategory: order.category },
      dataDir: readConfig(process.env).dataDir,
      today: londonDate(Date.now()),
    })
    console.log(values.json ? JSON.stringify(report, null, 2) : reportTable(report))
  } catch (error) {
    if (!(error instanceof ImportFault || error instanceof ConfigError || error instanceof UsageError))
      throw error
    console.error(error.message)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

/** The command was given in a way that it does not understand. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

function orderOf(args: string[]) {
  const { values, positionals } = readArguments(args)
  const [kind, from] = positionals
  const read = orderSchema.safeParse({ kind, from, category: values.category })
  if (!read.success) throw new UsageError(`${read.error.issues[0]?.message ?? ''}\n\n${usage}`)
  return { values, order: read.data }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        write: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        into: { type: 'string', default: join(import.meta.dirname, '../site/content') },
        source: { type: 'string' },
        licence: { type: 'string' },
        category: { type: 'string' },
      },
    })
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`)
  }
}

if (import.meta.main) await main()
