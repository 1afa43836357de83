import { resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError } from './operator-error.ts'
import { isLocal } from './own-origins.ts'

/**
 * Reads the settings of an installation from its environment variables. An empty variable counts as not set.
 *
 * Throws `ConfigError` with one sentence that names the variable, what it holds and what it may hold.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new ConfigError(sentenceFor(parsed.error.issues[0]?.path[0], given))
  const { data } = parsed
  const production = data.NODE_ENV === 'production'
  if (production && data.AUTH_SECRET === undefined) {
    throw new ConfigError(`AUTH_SECRET is not set. In production it must hold ${allowed('AUTH_SECRET')}.`)
  }
  return {
    singleSignOn: singleSignOnOf(data),
    sessionIdleMinutes: data.SESSION_IDLE_MINUTES,
    port: data.PORT,
    host: data.HOST,
    dataDir: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    publicUrl: data.PUBLIC_URL ?? toOrigin(`http://localhost:${data.PORT}`),
    cmsOrigin: data.CMS_ORIGIN,
    demo: data.DEMO,
    production,
    trustProxy: data.TRUST_PROXY,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    authSecret: data.AUTH_SECRET,
    contentRemote: data.CONTENT_REMOTE,
  }
}

/** A setting cannot be used. The message is one sentence for whoever starts the program. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError'
}

/** The settings of an installation. */
export interface Config {
  /** port to listen on */
  port: number
  /** address to listen on; loopback unless told otherwise */
  host: string
  /** absolute path of the folder that holds everything the installation writes */
  dataDir: string
  /** postgres:// address, or undefined for the embedded database */
  databaseUrl: string | undefined
  /** the address that people type, without a path, such as https://localoffer.example.org */
  publicUrl: string
  /** origin of the CMS where it has a host of its own */
  cmsOrigin: string | undefined
  /** offer demonstration sign-ins */
  demo: boolean
  production: boolean
  /** a proxy on this machine stands in front and sets X-Forwarded-For */
  trustProxy: boolean
  /** smtp:// address, or undefined to write messages to var/mail/ */
  smtpUrl: string | undefined
  /** who messages come from */
  mailFrom: string
  /** signs cookies; undefined means the one kept in var/secret */
  authSecret: string | undefined
  /** address of the Git repository that the content is kept the same with, or undefined */
  contentRemote: string | undefined
  /** minutes without anything done after which a session ends */
  sessionIdleMinutes: number
  /** the council's identity provider, where staff can sign in with it */
  singleSignOn: SingleSignOnConfig | undefined
}

/** How staff sign in with the council's own accounts (OpenID Connect). */
export interface SingleSignOnConfig {
  /** as the provider names itself, to the letter, such as https://login.example.org/tenant/v2.0 */
  issuer: string
  clientId: string
  clientSecret: string
  /** what people call it, for the button: “Sign in with …” */
  name: string
  /** the provider says nothing about addresses, but the council makes them all, so that they can be trusted */
  trustsEmail: boolean
}

const wholePort = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(65_535))

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')

const origin = z
  .url({ protocol: /^https?$/ })
  .refine(isOrigin)
  .transform(toOrigin)

const environment = z.object({
  PORT: wholePort.default(8080).describe('a whole number from 1 to 65535, such as 8080'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1')
    .describe('an address of this machine, such as 127.0.0.1'),
  DATA_DIR: z.string().default('var').describe('the path of a folder, such as var'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('a PostgreSQL address that begins with postgres://'),
  PUBLIC_URL: origin
    .optional()
    .describe('a web address without a path, such as https://localoffer.example.org'),
  CMS_ORIGIN: origin.optional().describe('a web address without a path, such as https://cms.example.org'),
  DEMO: flag.default(false).describe('1 for yes or 0 for no'),
  NODE_ENV: z.string().optional().describe('production or development'),
  TRUST_PROXY: flag.default(false).describe('1 for yes or 0 for no'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('a mail server address that begins with smtp:// or smtps://'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
    .default('Local Offer <local-offer@example.org>')
    .describe('a name and an email address, such as Local Offer <hello@example.org>'),
  AUTH_SECRET: z.string().min(32).optional().describe('at least 32 random characters'),
  CONTENT_REMOTE: z
    .string()
    .regex(/^(?:(?:https?|ssh|git|file):\/\/|\/|[\w.-]+@[\w.-]+:)\S+$/)
    .optional()
    .describe(
      'the address of a Git repository, such as https://git.example.org/content.git or /srv/content.git',
    ),
  SESSION_IDLE_MINUTES: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(10).max(720))
    .default(60)
    .describe('a whole number of minutes from 10 to 720, such as 60'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafeIssuer)
    .optional()
    .describe('the https address by which the identity provider names itself, without a query'),
  OIDC_CLIENT_ID: z.string().optional().describe('the id that the identity provider gave this installation'),
  OIDC_CLIENT_SECRET: z
    .string()
    .optional()
    .describe('the secret that the identity provider gave this installation'),
  OIDC_NAME: z
    .string()
    .max(60)
    .default('your council account')
    .describe('at most 60 characters that complete “Sign in with …”'),
  OIDC_TRUST_EMAIL: flag.default(false).describe('1 for yes or 0 for no'),
})

/** All of it or nothing: half of it would leave a button that cannot work. */
function singleSignOnOf(data: z.output<typeof environment>): SingleSignOnConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { issuer, clientId, clientSecret, name: data.OIDC_NAME, trustsEmail: data.OIDC_TRUST_EMAIL }
  const together = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const missing = together.find((variable) => data[variable] === undefined)
  if (missing === undefined || together.every((variable) => data[variable] === undefined)) return undefined
  throw new ConfigError(
    `${missing} is not set. To sign in with council accounts, set all of ${together.slice(0, 2).join(', ')} and ${together[2]}; it must hold ${allowed(missing)}.`,
  )
}

/** Variables that may hold a password: a message gives their length only. */
const confidential: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'SMTP_URL',
  'AUTH_SECRET',
  'CONTENT_REMOTE',
  'OIDC_CLIENT_SECRET',
])

function sentenceFor(
  name: PropertyKey | undefined,
  given: Readonly<Record<string, string | undefined>>,
): string {
  const variable = String(name)
  const value = given[variable] ?? ''
  const holds = confidential.has(variable) ? `${value.length} characters` : JSON.stringify(value)
  return `${variable} holds ${holds}; it must be ${allowed(variable)}.`
}

function allowed(variable: string): string {
  return (
    Object.entries(environment.shape).find(([name]) => name === variable)?.[1].description ?? 'something else'
  )
}

function isOrigin(address: string): boolean {
  const { pathname, search, hash, username } = new URL(address)
  return pathname === '/' && search === '' && hash === '' && username === ''
}

/** Without https anybody on the way could sign in as anybody; only this machine is near enough to do without. */
function isSafeIssuer(address: string): boolean {
  const { protocol, search, hash, username } = new URL(address)
  return (protocol === 'https:' || isLocal(address)) && search === '' && hash === '' && username === ''
}

function toOrigin(address: string): string {
  return new URL(address).origin
}
