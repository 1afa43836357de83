import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeOnBothEngines } from '../../../tests/support/databases.ts'
import { type Installation, linkFor, pressButton, startAccounts } from '../accounts.fixture.ts'
import { createBrowser, createCouncil } from './council.fixture.ts'

const email = 'nadia@council.example.org'
const known = {
  'council|1': { email: 'Nadia@council.example.org', email_verified: true },
  'council|2': { email, email_verified: true },
  'council|stranger': { email: 'stranger@council.example.org', email_verified: true },
  'council|unsure': { email, email_verified: false },
  'council|silent': { email },
}

describeOnBothEngines('signing in with a council account', (databases) => {
  let council: Awaited<ReturnType<typeof createCouncil>>
  let site: Installation
  let accountId: string

  async function openSite(trustsEmail = false) {
    site = await startAccounts(databases, { singleSignOn: { ...council.config, trustsEmail } })
    const grants = [{ role: 'navigator' as const, scope: { kind: 'area' as const } }]
    accountId = (await site.accounts.invite({ email, name: 'Nadia', grants })).accountId
    await site.messages()
  }
  const actionsOf = async () =>
    (await site.audit.list({ limit: 20 })).map(({ action }) => action).filter((action) => action !== 'invite')

  beforeEach(async () => {
    // The provider warns of what is fit for tests alone.
    vi.spyOn(console, 'info').mockReturnValue()
    vi.spyOn(console, 'warn').mockReturnValue()
    council = await createCouncil(known)
  })
  afterEach(async () => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    await site.app.close()
    await council.stop()
  })

  it('leads through the provider to the page that was asked for', async () => {
    await council.start()
    await openSite()
    const browser = createBrowser(site)
    expect((await browser.open('/sign-in/?next=/desk/')).body).toContain(
      '<a class="govuk-button" href="/sign-in/council/?next=%2Fdesk%2F" rel="nofollow">Sign in with your council account</a>',
    )
    const back = await browser.signInAtCouncil('council|1', '/sign-in/council/?next=%2Fdesk%2F')
    const opened = await browser.ask(back)
    expect([opened.status, opened.location]).toEqual([303, '/desk/'])
    expect(await site.accounts.whoIs({ cookie: browser.cookie() })).toMatchObject({
      accountId,
      name: 'Nadia',
    })
    expect(await actionsOf()).toEqual(['sign-in', 'single-sign-on-link'])
  })

  it('knows somebody by what the provider calls them from then on, whatever their address is', async () => {
    await council.start()
    await openSite()
    const first = createBrowser(site)
    await first.ask(await first.signInAtCouncil('council|1'))
    await site.database.kysely
      .$extendTables<{ staff_account: { id: string; email: string } }>()
      .updateTable('staff_account')
      .set({ email: 'renamed@council.example.org' })
      .execute()
    const second = createBrowser(site)
    await second.ask(await second.signInAtCouncil('council|1'))
    expect((await site.accounts.whoIs({ cookie: second.cookie() }))?.accountId).toBe(accountId)
    expect((await actionsOf()).filter((action) => action === 'single-sign-on-link')).toHaveLength(1)
  })

  it.each([
    ['somebody without an account', 'council|stranger', 'There is no account for you here yet'],
    ['an address that the provider has not confirmed', 'council|unsure', 'We could not be sure who you are'],
    ['a provider that says nothing about the address', 'council|silent', 'We could not be sure who you are'],
  ])('does not let in %s', async (_, login, words) => {
    await council.start()
    await openSite()
    const browser = createBrowser(site)
    const page = await browser.ask(await browser.signInAtCouncil(login))
    expect(page.status).toBe(403)
    expect(page.body).toContain(words)
    expect(await site.accounts.whoIs({ cookie: browser.cookie() })).toBeNull()
    expect(await actionsOf()).toEqual(['single-sign-on-refused'])
  })

  it('trusts unconfirmed addresses where the council makes them all and says so', async () => {
    await council.start()
    await openSite(true)
    const browser = createBrowser(site)
    await browser.ask(await browser.signInAtCouncil('council|silent'))
    expect((await site.accounts.whoIs({ cookie: browser.cookie() }))?.accountId).toBe(accountId)
  })

  it('does not open the account of somebody whose address was given to another person', async () => {
    await council.start()
    await openSite()
    const first = createBrowser(site)
    await first.ask(await first.signInAtCouncil('council|1'))
    const other = createBrowser(site)
    const page = await other.ask(await other.signInAtCouncil('council|2'))
    expect(page.body).toContain('This account belongs to another sign-in')
    expect(await site.accounts.whoIs({ cookie: other.cookie() })).toBeNull()
  })

  it('uses a way back once, in the browser that began it, and for ten minutes', async () => {
    await council.start()
    await openSite()
    const browser = createBrowser(site)
    const back = await browser.signInAtCouncil('council|1')
    const cookieBefore = browser.cookie()
    expect((await createBrowser(site).ask(back)).body).toContain('Please sign in again')
    expect((await browser.ask(back)).status).toBe(303)
    const replayed = await site.app.inject({
      url: back.pathname + back.search,
      headers: { cookie: cookieBefore },
    })
    expect([
      replayed.statusCode,
      replayed.cookies.some(({ name }) => name.includes('session_token')),
    ]).toEqual([400, false])

    const slow = createBrowser(site)
    const late = await slow.signInAtCouncil('council|1')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
    expect((await slow.ask(late)).body).toContain('Please sign in again')
  })

  it.each([
    [
      'a changed state',
      (back: URL) => back.searchParams.set('state', 'a'.repeat(43)),
      'Please sign in again',
    ],
    ['no state', (back: URL) => back.searchParams.delete('state'), 'Please sign in again'],
    ['a made-up code', (back: URL) => back.searchParams.set('code', 'made-up'), 'You are not signed in'],
    [
      'another provider’s answer',
      (back: URL) => back.searchParams.set('iss', 'https://evil.example.org'),
      'You are not signed in',
    ],
    ['a refusal', (back: URL) => back.searchParams.set('error', 'access_denied'), 'You are not signed in'],
  ])('refuses %s', async (_, change, words) => {
    await council.start()
    await openSite()
    const browser = createBrowser(site)
    const back = await browser.signInAtCouncil('council|1')
    change(back)
    const page = await browser.ask(back)
    expect(page.status).toBe(400)
    expect(page.body).toContain(words)
    expect(await site.accounts.whoIs({ cookie: browser.cookie() })).toBeNull()
  })

  it('refuses a code that was got for another attempt', async () => {
    await council.start()
    await openSite()
    const [one, other] = [createBrowser(site), createBrowser(site)]
    const [back, stolen] = [await one.signInAtCouncil('council|1'), await other.signInAtCouncil('council|2')]
    back.searchParams.set('code', stolen.searchParams.get('code') ?? '')
    expect((await one.ask(back)).body).toContain('You are not signed in')
    expect(await site.accounts.whoIs({ cookie: one.cookie() })).toBeNull()
  })

  it('works as soon as a provider is back that was down at the start; the link by email works meanwhile', async () => {
    await openSite()
    const browser = createBrowser(site)
    const down = await browser.open('/sign-in/council/')
    expect(down.status).toBe(503)
    expect(down.body).toContain('That does not answer right now')
    const signIn = await browser.open('/sign-in/')
    expect(signIn.body).toContain('You can try it, or use a link by email')
    expect((await pressButton(site, await linkFor(site, email))).statusCode).toBe(303)

    await council.start()
    await browser.ask(await browser.signInAtCouncil('council|1'))
    expect((await site.accounts.whoIs({ cookie: browser.cookie() }))?.accountId).toBe(accountId)
    expect((await browser.open('/sign-in/')).body).not.toContain('use a link by email')
  })

  it('says so when the provider goes down while somebody is there, and works again afterwards', async () => {
    await council.start()
    await openSite()
    const browser = createBrowser(site)
    const back = await browser.signInAtCouncil('council|1')
    await council.stop()
    const page = await browser.ask(back)
    expect([page.status, page.body.includes('That does not answer right now')]).toEqual([503, true])
    await council.start()
    const again = createBrowser(site)
    await again.ask(await again.signInAtCouncil('council|1'))
    expect(await site.accounts.whoIs({ cookie: again.cookie() })).not.toBeNull()
  })

  it('keeps names, addresses and codes out of the log', async () => {
    await council.start()
    await openSite()
    const browser = createBrowser(site)
    const back = await browser.signInAtCouncil('council|1')
    const code = back.searchParams.get('code') ?? 'none'
    await council.stop()
    await browser.ask(back)
    expect(site.logged.join()).toContain('the identity provider cannot be used')
    expect(site.logged.join()).not.toContain(code)
    expect(site.logged.join()).not.toMatch(/nadia|council\|1|odd signs/i)
  })
})
