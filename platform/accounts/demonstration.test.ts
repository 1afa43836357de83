import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { staffPagesFor } from '../pages/staff-pages.ts'
import { cookieOf, demoProviderId, type Installation, startAccounts } from './accounts.fixture.ts'
import { demonstrationRoles } from './demonstration.ts'

const start = {
  navigator: '/desk/',
  lead: '/desk/',
  officer: staffPagesFor({ grants: [{ role: 'officer', scope: { kind: 'area' } }] })[0]?.path,
  editor: '/admin/',
  provider: '/my-services/',
  admin: '/people/',
}

describeOnBothEngines('the demonstration', (databases) => {
  let site: Installation
  afterEach(() => site.app.close())

  it.each(demonstrationRoles)('signs in as %s with one button', async (role) => {
    site = await startAccounts(databases, { demo: true })
    expect((await site.app.inject('/sign-in/')).body).toContain(`Sign in as ${role}`)
    const opened = await site.post('/sign-in/demonstration/', { role })
    expect(opened.statusCode).toBe(303)
    expect(opened.headers.location).toBe(start[role])
    const signedIn = await site.accounts.whoIs({ cookie: cookieOf(opened) })
    const scope = role === 'provider' ? { kind: 'provider', id: demoProviderId } : { kind: 'area' }
    expect(signedIn).toMatchObject({ name: `Demonstration ${role}`, grants: [{ role, scope }] })

    const again = await site.post('/sign-in/demonstration/', { role, next: '/services/' })
    expect(again.headers.location).toBe('/services/')
    expect((await site.accounts.whoIs({ cookie: cookieOf(again) }))?.accountId).toBe(signedIn?.accountId)
  })

  it.each([
    ['it was not asked for', { demo: false }],
    ['the installation is a live one', { demo: true, production: true }],
    ['other machines can reach this one', { demo: true, host: '0.0.0.0' }],
    ['the site has a public address', { demo: true, publicUrl: 'http://offer.example.org' }],
    [
      'the public address only begins like this machine',
      { demo: true, publicUrl: 'http://localhost.example.org' },
    ],
  ])('is not there when %s', async (_, settings) => {
    site = await startAccounts(databases, settings)
    expect((await site.app.inject('/sign-in/')).body).not.toContain('demonstration')
    const origin = 'publicUrl' in settings ? settings.publicUrl : 'http://localhost:8080'
    const answer = await site.post('/sign-in/demonstration/', { role: 'lead' }, { origin })
    expect(answer.statusCode).toBe(403)
    expect(answer.cookies).toEqual([])
  })

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'])(
    'is not there for a request with %s, and what it opened before does not count either',
    async (header) => {
      site = await startAccounts(databases, { demo: true })
      const cookie = cookieOf(await site.post('/sign-in/demonstration/', { role: 'lead' }))
      const headers = { [header]: '192.0.2.1' }
      expect((await site.app.inject({ url: '/sign-in/', headers })).body).not.toContain('demonstration')
      const answer = await site.post('/sign-in/demonstration/', { role: 'lead' }, headers)
      expect(answer.statusCode).toBe(403)
      expect(answer.cookies).toEqual([])
      expect(await site.accounts.whoIs({ cookie, ...headers })).toBeNull()
      expect(await site.accounts.whoIs({ cookie })).not.toBeNull()
    },
  )

  it.each(['offer.example.org', 'localhost.example.org:8080', '192.0.2.4:8080', 'user@localhost', '['])(
    'is not there for who calls this machine %s, since then it is reached from elsewhere',
    async (host) => {
      site = await startAccounts(databases, { demo: true })
      const cookie = cookieOf(await site.post('/sign-in/demonstration/', { role: 'lead' }))
      const answer = await site.post('/sign-in/demonstration/', { role: 'lead' }, { host })
      expect(answer.statusCode).toBe(403)
      expect(await site.accounts.whoIs({ cookie, host })).toBeNull()
      expect(await site.accounts.whoIs({ cookie, host: '127.0.0.1:8080' })).not.toBeNull()
    },
  )

  it('cannot be entered from another site, or as a role that is not on offer', async () => {
    site = await startAccounts(databases, { demo: true })
    for (const origin of ['https://evil.example.org', 'http://localhost:9999', 'null', undefined]) {
      expect((await site.post('/sign-in/demonstration/', { role: 'lead' }, { origin })).statusCode).toBe(403)
    }
    expect((await site.post('/sign-in/demonstration/', { role: 'director' })).statusCode).toBe(403)
  })

  it('has no sign-in links', async () => {
    site = await startAccounts(databases, { demo: true })
    await site.post('/sign-in/demonstration/', { role: 'lead' })
    await site.post('/sign-in/', { email: 'lead@demonstration.example.org' })
    expect(await site.messages()).toEqual([])
  })
})
