import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Grant, roles } from '../platform/accounts/grants.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { openPlatform } from '../platform/open-platform.ts'
import { OperatorError } from '../platform/operator-error.ts'

/**
 * Makes an account for somebody of the council or of a provider, or adds a role to the one they have. They get an email
 * with the address of the sign-in page. The first account of an installation is made so.
 *
 * `npm run invite -- --email lead@council.gov.uk --name "Lead officer" --role lead`
 * `npm run invite -- --email club@provider.org.uk --name "Club manager" --role provider --provider <id of the provider>`
 */
const usage = `Say whom to invite: --email, --name and --role (${roles.join(', ')}); a provider also needs --provider with the id of its record.`

const asked = z.object({
  email: z.email(),
  name: z.string().trim().min(1),
  role: z.enum(roles),
  provider: z.uuid().optional(),
})

try {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      provider: { type: 'string' },
    },
  })
  const person = asked.safeParse(values)
  if (!person.success) throw new OperatorError(usage)
  const { email, name } = person.data
  const config = readConfig(process.env)
  const platform = await openPlatform({ config, log: createLog(config), demoProviderId: undefined })
  try {
    await platform.accounts.invite({ email, name, grants: [grantOf(person.data)] })
  } finally {
    await platform.stop()
  }
  console.log('Invited. The email leaves as soon as the server runs.')
} catch (error) {
  const isWrongOption =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!isWrongOption && !(error instanceof OperatorError)) throw error
  console.error(isWrongOption ? usage : error.message)
  process.exitCode = 1
}

function grantOf({ role, provider }: z.output<typeof asked>): Grant {
  if (role !== 'provider') return { role, scope: { kind: 'area' } }
  if (provider === undefined) throw new OperatorError(usage)
  return { role, scope: { kind: 'provider', id: provider } }
}
