import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('settings of an installation', () => {
  it('listens on loopback, port 8080, and writes to var when nothing is set', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      dataDir: resolve('var'),
      publicUrl: 'http://localhost:8080',
      demo: false,
      production: false,
      trustProxy: false,
    })
    expect(config.databaseUrl).toBeUndefined()
  })

  it('derives the public address from the port, and keeps a given one without its last slash', () => {
    expect(readConfig({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000')
    expect(readConfig({ PORT: '80' }).publicUrl).toBe('http://localhost')
    expect(readConfig({ PUBLIC_URL: 'https://offer.example.org/' }).publicUrl).toBe(
      'https://offer.example.org',
    )
  })

  it('treats an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined })
  })

  it.each([
    [{ PORT: 'lots' }, 'PORT holds "lots"; it must be a whole number from 1 to 65535, such as 8080.'],
    [{ PORT: '70000' }, 'PORT holds "70000"; it must be a whole number from 1 to 65535, such as 8080.'],
    [
      { SESSION_IDLE_MINUTES: '5' },
      'SESSION_IDLE_MINUTES holds "5"; it must be a whole number of minutes from 10 to 720, such as 60.',
    ],
    [{ DEMO: 'yes' }, 'DEMO holds "yes"; it must be 1 for yes or 0 for no.'],
    [
      { PUBLIC_URL: 'https://offer.example.org/send' },
      'PUBLIC_URL holds "https://offer.example.org/send"; it must be a web address without a path, such as https://localoffer.example.org.',
    ],
    [
      { PUBLIC_URL: 'javascript:alert(1)' },
      'PUBLIC_URL holds "javascript:alert(1)"; it must be a web address without a path, such as https://localoffer.example.org.',
    ],
    [
      { NODE_ENV: 'production' },
      'AUTH_SECRET is not set. In production it must hold at least 32 random characters.',
    ],
  ])('says in one sentence what is wrong with %o', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(sentence))
  })

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])(
    'says in one sentence that %s is missing for signing in with council accounts',
    (missing) => {
      const env = { ...councilAccounts, [missing]: '' }
      expect(() => readConfig(env)).toThrow(
        new RegExp(
          `^${missing} is not set\\. To sign in with council accounts, set all of .*; it must hold the .*\\.$`,
        ),
      )
    },
  )

  it('takes council accounts when all of it is set, and none when nothing is', () => {
    expect(readConfig({}).singleSignOn).toBeUndefined()
    expect(readConfig(councilAccounts).singleSignOn).toEqual({
      issuer: 'https://login.example.org/tenant/v2.0',
      clientId: 'local-offer',
      clientSecret: 'hunter2',
      name: 'your council account',
      trustsEmail: false,
    })
  })

  it.each(['http://login.example.org', 'https://login.example.org/?tenant=1', 'ftp://login.example.org'])(
    'refuses %s as an identity provider',
    (issuer) => {
      expect(() => readConfig({ ...councilAccounts, OIDC_ISSUER: issuer })).toThrow(
        `OIDC_ISSUER holds "${issuer}"; it must be the https address`,
      )
    },
  )

  it('does not repeat a password in its message', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:hunter2@db/x' })).toThrow(
      'DATABASE_URL holds 23 characters; it must be a PostgreSQL address that begins with postgres://.',
    )
    expect(() => readConfig({ AUTH_SECRET: 'short' })).toThrow(
      'AUTH_SECRET holds 5 characters; it must be at least 32 random characters.',
    )
  })
})

const councilAccounts = {
  OIDC_ISSUER: 'https://login.example.org/tenant/v2.0',
  OIDC_CLIENT_ID: 'local-offer',
  OIDC_CLIENT_SECRET: 'hunter2',
}
