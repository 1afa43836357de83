import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { cookieOf, type Installation, publicUrl, signInAs, startAccounts } from './accounts.fixture.ts'

const email = 'navigator@council.example.org'
const grants = [{ role: 'navigator' as const, scope: { kind: 'area' as const } }]

describeOnBothEngines('being signed in', (databases) => {
  let site: Installation
  let cookie: string
  let accountId: string
  beforeEach(async () => {
    site = await startAccounts(databases)
    accountId = (await site.accounts.invite({ email, name: 'A navigator', grants })).accountId
    await site.messages()
    cookie = await signInAs(site, email)
  })
  afterEach(async () => {
    vi.useRealTimers()
    await site.app.close()
  })

  it('ends at once when the session is revoked', async () => {
    const signedIn = await site.accounts.whoIs({ cookie })
    await site.accounts.revoke(signedIn?.sessionId ?? '')
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
    expect((await site.app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401)
  })

  it('ends by itself after twelve hours, whatever is done, and is then forgotten', async () => {
    const signedInAt = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: signedInAt })
    for (let hours = 1; hours < 24; hours += 1) {
      vi.setSystemTime(signedInAt + hours * 1_800_000 - 60_000)
      await site.app.inject({ url: '/desk/', headers: { cookie, accept: 'text/html' } })
    }
    vi.setSystemTime(signedInAt + 12 * 3_600_000 - 60_000)
    expect(await site.accounts.whoIs({ cookie })).not.toBeNull()
    vi.setSystemTime(signedInAt + 12 * 3_600_000 + 60_000)
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
    await signInAs(site, email)
    const sessions = site.database.kysely.$extendTables<{ staff_session: { id: string } }>()
    expect(await sessions.selectFrom('staff_session').select('id').execute()).toHaveLength(1)
  })

  it('gives the rights of this very moment', async () => {
    const provider = { role: 'provider' as const, scope: { kind: 'provider' as const, id: 'p1' } }
    await site.accounts.setGrants(accountId, [provider])
    expect((await site.accounts.whoIs({ cookie }))?.grants).toEqual([provider])
    await site.accounts.setGrants(accountId, [])
    expect((await site.accounts.whoIs({ cookie }))?.grants).toEqual([])
    expect((await site.app.inject({ url: '/desk/', headers: { cookie } })).statusCode).toBe(403)
  })

  it('keeps several grants of one person, and adds to them with another invitation', async () => {
    const more = [
      { role: 'editor' as const, scope: { kind: 'area' as const } },
      { role: 'provider' as const, scope: { kind: 'provider' as const, id: 'p1' } },
    ]
    const again = await site.accounts.invite({
      email: email.toUpperCase(),
      name: 'A navigator',
      grants: more,
    })
    expect(again.accountId).toBe(accountId)
    expect((await site.accounts.whoIs({ cookie }))?.grants).toHaveLength(3)
  })

  it('tells whom to write to about what a role is for, and what somebody may do now', async () => {
    const club = { role: 'provider' as const, scope: { kind: 'provider' as const, id: 'club' } }
    const both = [club, { ...club, scope: { kind: 'provider' as const, id: 'pool' } }]
    const provider = await site.accounts.invite({ email: 'club@example.org', name: 'A club', grants: both })
    const { accountId: id } = provider
    expect(await site.accounts.holdersOf('provider')).toEqual([
      { accountId: id, email: 'club@example.org', scope: { kind: 'provider', id: 'club' } },
      { accountId: id, email: 'club@example.org', scope: { kind: 'provider', id: 'pool' } },
    ])
    expect(await site.accounts.grantsOf(id)).toEqual(both)
    await site.accounts.setGrants(id, [])
    expect(await site.accounts.holdersOf('provider')).toEqual([])
    expect(await site.accounts.grantsOf('nobody')).toEqual([])
  })

  it('is nobody without a cookie, with another one, or with a changed one', async () => {
    expect(await site.accounts.whoIs({})).toBeNull()
    expect(await site.accounts.whoIs({ cookie: 'other=1' })).toBeNull()
    expect(await site.accounts.whoIs({ cookie: cookie.replace(/=./, '=!') })).toBeNull()
  })

  it('lets a page of ours change things with the token of this session only', async () => {
    const signedIn = await site.accounts.whoIs({ cookie })
    const other = await site.accounts.whoIs({ cookie: await signInAs(site, email) })
    if (!signedIn || !other) throw new Error('not signed in')
    const from = (origin: string | undefined, token: string | undefined) =>
      site.accounts.mayChange(signedIn, {
        ...(origin === undefined ? {} : { origin }),
        ...(token === undefined ? {} : { 'x-csrf-token': token }),
      })
    expect(from(publicUrl, signedIn.csrfToken)).toBe(true)
    expect(from('http://127.0.0.1:8080', signedIn.csrfToken)).toBe(true)
    expect(from(publicUrl, other.csrfToken)).toBe(false)
    expect(from(publicUrl, undefined)).toBe(false)
    expect(from('https://evil.example.org', signedIn.csrfToken)).toBe(false)
    expect(from(undefined, signedIn.csrfToken)).toBe(false)
  })

  it('ends with the sign-out button, and not without its token', async () => {
    const page = await site.app.inject({ url: '/sign-out/', headers: { cookie } })
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    expect((await site.post('/sign-out/', { csrf: 'guess' }, { cookie })).statusCode).toBe(403)
    const foreign = await site.post('/sign-out/', { csrf }, { cookie, origin: 'https://evil.example.org' })
    expect(foreign.statusCode).toBe(403)
    expect(await site.accounts.whoIs({ cookie })).not.toBeNull()

    const out = await site.post('/sign-out/', { csrf }, { cookie })
    expect(out.statusCode).toBe(303)
    expect(cookieOf(out)).toBe('')
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
    expect((await site.app.inject('/sign-out/')).body).toContain('You are signed out')
  })

  it('may end with a script’s request that carries the token as a header', async () => {
    const token = (await site.accounts.whoIs({ cookie }))?.csrfToken
    const out = await site.app.inject({
      method: 'POST',
      url: '/sign-out',
      headers: { cookie, origin: publicUrl, 'x-csrf-token': token },
    })
    expect(out.statusCode).toBe(303)
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
  })

  it('is asked for by pages that need it, and leads back to them', async () => {
    const answer = await site.app.inject('/desk/?queue=1')
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/sign-in/?next=%2Fdesk%2F%3Fqueue%3D1')
  })

  it('is not enough for a page of another role', async () => {
    await site.accounts.setGrants(accountId, [{ role: 'editor', scope: { kind: 'area' } }])
    const answer = await site.app.inject({ url: '/desk/', headers: { cookie } })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('You cannot open this page')
  })

  it('leaves a trace of who was invited and signed in, without addresses or names', async () => {
    const entries = await site.audit.read({ subject: `account:${accountId}` })
    expect(entries.map((entry) => entry.action)).toEqual(['invite', 'sign-in-link', 'sign-in'])
    expect(JSON.stringify(entries)).not.toMatch(/example\.org|A navigator/)
    expect(await site.accounts.nameOf(accountId)).toBe('A navigator')
    expect(await site.accounts.nameOf('nobody')).toBeUndefined()
  })
})
