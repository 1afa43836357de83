import { resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError } from './operator-error.ts'

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
})

/** Variables that may hold a password: a message gives their length only. */
const confidential: ReadonlySet<string> = new Set(['DATABASE_URL', 'SMTP_URL', 'AUTH_SECRET'])

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

function toOrigin(address: string): string {
  return new URL(address).origin
}
