import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import {
  cookieOf,
  type Installation,
  linkFor,
  pressButton,
  publicUrl,
  startAccounts,
} from './accounts.fixture.ts'

const navigator = {
  email: 'Navigator@council.example.org',
  name: 'A navigator',
  grants: [{ role: 'navigator' as const, scope: { kind: 'area' as const } }],
}

describeOnBothEngines('signing in with a link', (databases) => {
  let site: Installation
  beforeEach(async () => {
    site = await startAccounts(databases)
    await site.accounts.invite(navigator)
    await site.messages()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await site.app.close()
  })

  it('leads from the form over the message and the button to the page that was asked for', async () => {
    const form = await site.app.inject('/sign-in/?next=/desk/%3Fqueue=1')
    expect(form.body).toContain('<input type="hidden" name="next" value="/desk/?queue=1">')

    const asked = await site.post('/sign-in/', {
      email: 'navigator@COUNCIL.example.org ',
      next: '/desk/?queue=1',
    })
    expect(asked.statusCode).toBe(200)
    expect(asked.body).toContain('Check your email')
    const [message] = await site.messages()
    expect(message).toContain('To: navigator@council.example.org')
    const link = new URL(/^http\S+$/m.exec(message ?? '')?.[0] ?? '')

    const page = await site.app.inject(link.pathname + link.search)
    expect(page.body).toContain('<button type="submit" class="govuk-button">Sign in</button>')
    expect(page.cookies).toEqual([])

    const opened = await pressButton(site, link)
    expect(opened.statusCode).toBe(303)
    expect(opened.headers.location).toBe('/desk/?queue=1')

    const me = await site.app.inject({ url: '/api/me', headers: { cookie: cookieOf(opened) } })
    expect(me.json()).toMatchObject({ name: 'A navigator', grants: navigator.grants })
    expect(me.headers['cache-control']).toBe('no-store')
    expect((await site.app.inject({ url: '/desk/', headers: { cookie: cookieOf(opened) } })).body).toBe(
      'the desk',
    )
  })

  it('asks no other machine for anything', async () => {
    const fetching = vi.spyOn(globalThis, 'fetch')
    const connecting = vi.spyOn(Socket.prototype, 'connect')
    await pressButton(site, await linkFor(site, navigator.email))
    expect(fetching).not.toHaveBeenCalled()
    // PostgreSQL is reached through a file of this machine: a path, not a port and host.
    expect(connecting.mock.calls.every(([target]) => typeof target === 'string')).toBe(true)
    vi.restoreAllMocks()
  })

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const opened = await pressButton(site, await linkFor(site, navigator.email))
    expect(opened.cookies).toHaveLength(1)
    expect(opened.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(opened.cookies[0]?.secure).toBeUndefined()
  })

  it('answers an unknown address in the same words, and writes to nobody', async () => {
    const known = await site.post('/sign-in/', { email: navigator.email })
    await site.messages()
    const unknown = await site.post('/sign-in/', { email: 'stranger@example.org' })
    expect(unknown.statusCode).toBe(known.statusCode)
    expect(unknown.body).toBe(known.body)
    expect(await site.messages()).toEqual([])
  })

  it('refuses a link that was used, calmly', async () => {
    const link = await linkFor(site, navigator.email)
    expect((await pressButton(site, link)).statusCode).toBe(303)
    const again = await pressButton(site, link)
    expect(again.statusCode).toBe(400)
    expect(again.body).toContain('This link does not work any more')
    expect(again.cookies).toEqual([])
  })

  it('lets only one of two presses at once in', async () => {
    const link = await linkFor(site, navigator.email)
    const answers = await Promise.all([pressButton(site, link), pressButton(site, link)])
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 400])
  })

  it('does not use the link up when a mail scanner opens it', async () => {
    const link = await linkFor(site, navigator.email)
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      expect((await site.app.inject({ method, url: link.pathname + link.search })).statusCode).toBe(200)
    }
    expect((await pressButton(site, link)).statusCode).toBe(303)
  })

  it('refuses a link after its fifteen minutes', async () => {
    const link = await linkFor(site, navigator.email)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1000 })
    const late = await pressButton(site, link)
    expect(late.statusCode).toBe(400)
    expect(late.body).toContain('Ask for a new link')
  })

  it('offers no other way to use a link up or to make an account', async () => {
    const link = await linkFor(site, navigator.email)
    const token = link.searchParams.get('token')
    expect((await site.app.inject(`/api/auth/magic-link/verify?token=${token}`)).statusCode).toBe(404)
    expect((await site.post('/api/auth/sign-in/magic-link', { email: 'x@example.org' })).statusCode).toBe(404)
    expect((await pressButton(site, link)).statusCode).toBe(303)
  })

  it('keeps no token in the database or in the log that could be used', async () => {
    const link = await linkFor(site, navigator.email)
    await site.app.inject(link.pathname + link.search)
    const token = link.searchParams.get('token') ?? ''
    const kept = await site.database.kysely
      .$extendTables<{
        staff_verification: { identifier: string; value: string }
        outgoing_mail: { text: string }
      }>()
      .selectFrom('staff_verification')
      .select(['identifier', 'value'])
      .execute()
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(site.logged.join('')).not.toContain(token)
    expect(site.logged.join('').toLowerCase()).not.toContain('council.example.org')
  })

  it.each(['https://evil.example.org/', '//evil.example.org/', '/\\evil.example.org/'])(
    'never leads to another site (%s)',
    async (next) => {
      const form = await site.app.inject(`/sign-in/?next=${encodeURIComponent(next)}`)
      expect(form.body).not.toContain('evil')
      const link = await linkFor(site, navigator.email, next)
      expect(link.href).not.toContain('evil')
      link.searchParams.set('next', next)
      expect((await pressButton(site, link)).headers.location).toBe('/desk/')
    },
  )

  it('says what is wrong with an address and keeps what was typed', async () => {
    const answer = await site.post('/sign-in/', { email: 'not <an> address' })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('<title>Error: Sign in')
    expect(answer.body).toContain(
      '<a href="#email">Enter an email address in the right form, like name@example.org</a>',
    )
    expect(answer.body).toContain('value="not &lt;an&gt; address"')
    expect((await site.post('/sign-in/', {})).body).toContain('Enter your email address')
  })

  it('refuses forms that another site sent, or that say nothing of where they come from', async () => {
    const link = await linkFor(site, navigator.email)
    const form = Object.fromEntries(link.searchParams)
    for (const origin of ['https://evil.example.org', 'null', 'http://localhost:9999', undefined]) {
      const answer = await site.post('/sign-in/confirm/', form, { origin })
      expect(answer.statusCode).toBe(403)
      expect(answer.cookies).toEqual([])
      expect((await site.post('/sign-in/', { email: navigator.email }, { origin })).statusCode).toBe(403)
    }
    expect(await site.messages()).toEqual([])
    expect((await site.post('/sign-in/confirm/', form, { origin: publicUrl })).statusCode).toBe(303)
  })

  it('answers a form without fields like one with nothing in it', async () => {
    const headers = { origin: publicUrl }
    for (const url of ['/sign-in/', '/sign-in/confirm/']) {
      const empty = await site.app.inject({ method: 'POST', url, headers })
      expect(empty.statusCode).toBe(400)
      expect(empty.headers['content-type']).toBe('text/html; charset=utf-8')
      const list = await site.app.inject({ method: 'POST', url, headers, payload: [] })
      expect(list.statusCode).toBe(400)
    }
  })

  it('lets a whole office behind one address sign in, and nobody keep a colleague out', async () => {
    for (let person = 1; person <= 60; person += 1) {
      expect((await site.post('/sign-in/', { email: `person${person}@example.org` })).statusCode).toBe(200)
    }
    for (let time = 1; time <= 6; time += 1) await site.post('/sign-in/', { email: 'lee@example.org' })
    const elsewhere = await site.app.inject({
      method: 'POST',
      url: '/sign-in/',
      remoteAddress: '192.0.2.7',
      headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=lee@example.org',
    })
    expect(elsewhere.statusCode).toBe(200)
  })

  it('sends at most five links to an address in fifteen minutes', async () => {
    for (let asked = 0; asked < 5; asked += 1) await site.post('/sign-in/', { email: navigator.email })
    const sixth = await site.post('/sign-in/', { email: navigator.email })
    expect(sixth.statusCode).toBe(429)
    expect(await site.messages()).toHaveLength(5)
  })
})

describeOnBothEngines('signing in over https', (databases) => {
  it('marks the cookie as secure', async () => {
    const https = 'https://offer.example.org'
    const site = await startAccounts(databases, { publicUrl: https })
    await site.accounts.invite(navigator)
    await site.messages()
    await site.post('/sign-in/', { email: navigator.email }, { origin: https })
    const [message] = await site.messages()
    const link = new URL(/^https\S+$/m.exec(message ?? '')?.[0] ?? '')
    expect(link.origin).toBe(https)
    const form = Object.fromEntries(link.searchParams)
    const opened = await site.post('/sign-in/confirm/', form, { origin: https })
    expect(opened.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' })
    await site.app.close()
  })
})
