import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { type Installation, publicUrl, signInAs, startAccounts } from './accounts.fixture.ts'

const minute = 60_000
const email = 'navigator@council.example.org'

describeOnBothEngines('a session', (databases) => {
  let site: Installation
  let cookie: string
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.parse('2026-11-23T09:00:00Z') })
    site = await startAccounts(databases, { sessionIdleMinutes: 60 })
    const grants = [{ role: 'navigator' as const, scope: { kind: 'area' as const } }]
    await site.accounts.invite({ email, name: 'A navigator', grants })
    await site.messages()
    cookie = await signInAs(site, email)
  })
  afterEach(async () => {
    vi.useRealTimers()
    await site.app.close()
  })

  const later = (minutes: number) => vi.advanceTimersByTime(minutes * minute)
  const ask = (url: string, headers = {}) => site.app.inject({ url, headers: { cookie, ...headers } })
  async function use() {
    const { csrfToken = '' } = (await site.accounts.whoIs({ cookie })) ?? {}
    const headers = { cookie, origin: publicUrl, 'x-csrf-token': csrfToken }
    return site.app.inject({ method: 'POST', url: '/api/session/use', headers })
  }

  it('ends after an hour in which nothing is done, however often pages ask by themselves', async () => {
    for (let minutes = 0; minutes < 59; minutes += 1) {
      later(1)
      expect(await site.accounts.whoIs({ cookie })).not.toBeNull()
      await ask('/api/session')
      await ask('/api/me', { accept: '*/*', 'sec-fetch-dest': 'empty' })
    }
    later(1)
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
    expect((await ask('/api/session')).statusCode).toBe(401)
    expect((await use()).statusCode).toBe(401)
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
  })

  it.each([
    ['opening a page', () => ask('/sign-out/', { 'sec-fetch-dest': 'document' })],
    ['opening a page in an old browser', () => ask('/sign-out/', { accept: 'text/html' })],
    ['sending a form', () => site.post('/sign-out/', { csrf: 'wrong' }, { cookie })],
    ['saying that one is there', use],
  ])('goes on by %s', async (_, deed) => {
    later(50)
    await deed()
    later(50)
    expect(await site.accounts.whoIs({ cookie })).not.toBeNull()
    later(11)
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
  })

  it('does not end because the clock of the machine is put forward by an hour', async () => {
    vi.setSystemTime(Date.now() + 60 * minute)
    expect(await site.accounts.whoIs({ cookie })).not.toBeNull()
    expect((await ask('/api/session')).json()).toMatchObject({ secondsLeft: 60 * 60 })
    later(60)
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
  })

  it('does not go on by what a browser fetches ahead', async () => {
    later(50)
    await ask('/sign-out/', { accept: 'text/html', 'sec-purpose': 'prefetch' })
    later(11)
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
  })

  it('says how long it still lasts, and cannot be kept alive from another site', async () => {
    later(20)
    expect((await ask('/api/session')).json()).toMatchObject({
      secondsLeft: 40 * 60,
      secondsAtMost: (11 * 60 + 40) * 60,
    })
    const { csrfToken = '' } = (await site.accounts.whoIs({ cookie })) ?? {}
    for (const headers of [
      { cookie, origin: 'https://evil.example.org', 'x-csrf-token': csrfToken },
      { cookie, origin: publicUrl },
    ])
      expect((await site.app.inject({ method: 'POST', url: '/api/session/use', headers })).statusCode).toBe(
        403,
      )
    expect((await use()).json()).toMatchObject({ secondsLeft: 3600 })
  })

  it('is listed with the others of the same person, and ended from another one', async () => {
    const first = cookie
    later(5)
    cookie = await signInAs(site, email)
    const page = await ask('/sessions/')
    expect(page.body).toContain('Signed in 23 November 2026, 9am')
    expect(page.body).toContain('Signed in 23 November 2026, 9:05am')
    expect(page.body.match(/This one, now/g)).toHaveLength(1)
    const session = /name="session" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const csrf = (await site.accounts.whoIs({ cookie }))?.csrfToken ?? ''
    const ended = await site.post('/sessions/end/', { csrf, session }, { cookie })
    expect(ended.headers.location).toBe('/sessions/?done=ended')
    expect(await site.accounts.whoIs({ cookie: first })).toBeNull()
    expect(await site.accounts.whoIs({ cookie })).not.toBeNull()
  })

  it('can be the only one left', async () => {
    const others = [cookie, await signInAs(site, email)]
    cookie = await signInAs(site, email)
    const csrf = (await site.accounts.whoIs({ cookie }))?.csrfToken ?? ''
    await site.post('/sessions/end-others/', { csrf }, { cookie })
    for (const other of others) expect(await site.accounts.whoIs({ cookie: other })).toBeNull()
    expect((await ask('/sessions/')).body).not.toContain('Sign out everywhere else')
  })

  it('of somebody else is not ended by naming it', async () => {
    const grants = [{ role: 'lead' as const, scope: { kind: 'area' as const } }]
    await site.accounts.invite({ email: 'lead@council.example.org', name: 'A lead', grants })
    await site.messages()
    const lead = await signInAs(site, 'lead@council.example.org')
    const { sessionId = '' } = (await site.accounts.whoIs({ cookie: lead })) ?? {}
    const csrf = (await site.accounts.whoIs({ cookie }))?.csrfToken ?? ''
    await site.post('/sessions/end/', { csrf, session: sessionId }, { cookie })
    expect(await site.accounts.whoIs({ cookie: lead })).not.toBeNull()
  })
})
