import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../../../tests/support/databases.ts'
import {
  demoProviderId,
  type Installation,
  linkFor,
  pressButton,
  signInAs,
  startAccounts,
} from '../accounts.fixture.ts'
import type { Role } from '../grants.ts'

describeOnBothEngines('looking after accounts', (databases) => {
  let site: Installation
  let admin: { cookie: string; accountId: string }

  async function join(name: string, role: Role) {
    const email = `${name.toLowerCase()}@council.example.org`
    const { accountId } = await site.accounts.invite({
      ...{ email, name },
      grants: [{ role, scope: { kind: 'area' } }],
    })
    await site.messages()
    return { accountId, email, cookie: await signInAs(site, email) }
  }
  async function press(url: string, form: Record<string, string> = {}, { cookie } = admin) {
    const csrf = (await site.accounts.whoIs({ cookie }))?.csrfToken ?? ''
    return site.post(url, { ...form, csrf }, { cookie })
  }
  const open = (url: string, { cookie } = admin) => site.app.inject({ url, headers: { cookie } })

  beforeEach(async () => {
    site = await startAccounts(databases)
    admin = await join('Alma', 'admin')
  })
  afterEach(() => site.app.close())

  it('takes signs that no text has for nobody, no session and no part of a name', async () => {
    const { accountId } = await join('Nadia', 'navigator')
    expect((await open('/people/%00/')).statusCode).toBe(404)
    expect((await open('/people/?find=%00')).statusCode).toBe(200)
    expect((await press(`/people/${accountId}/end-session/`, { session: '\u0000' })).statusCode).toBe(303)
    const role = { role: 'provider', scope: 'provider', id: '\u0000' }
    expect((await press(`/people/${accountId}/take-role/`, role)).statusCode).toBe(303)
    const invited = { name: 'Pe\u0000\u202etra', email: 'petra@council.example.org', role: 'officer' }
    expect((await press('/people/invite/', invited)).statusCode).toBe(303)
    expect((await open('/people/')).body).toContain('>Petra</a>')
  })

  it('shows everybody with their roles and when they last signed in', async () => {
    await join('Nadia', 'navigator')
    const provider = { role: 'provider' as const, scope: { kind: 'provider' as const, id: demoProviderId } }
    await site.accounts.invite({ email: 'club@example.org', name: 'Petra', grants: [provider] })
    const { body, statusCode } = await open('/people/')
    expect(statusCode).toBe(200)
    expect(body).toContain('3 people')
    expect(body).toMatch(/Nadia[\s\S]*nadia@council\.example\.org[\s\S]*Navigator[\s\S]*Last signed in/)
    expect(body).toMatch(/Petra[\s\S]*Provider of Example Play Club[\s\S]*Has not signed in yet/)
  })

  it('finds somebody by a part of the name or the address', async () => {
    await join('Nadia', 'navigator')
    await join('Petra', 'lead')
    const found = (await open('/people/?find=NADIA%40')).body
    expect(found).toContain('1 of 3 fit.')
    expect(found).toContain('>Nadia</a>')
    expect(found).not.toContain('>Petra</a>')
    expect((await open('/people/?find=zzz')).body).toContain('Nobody fits.')
  })

  it.each(['navigator', 'lead', 'officer', 'editor'] as const)('is not for a %s', async (role) => {
    const other = await join('Other', role)
    for (const path of ['/people/', '/people/invite/', `/people/${admin.accountId}/`])
      expect((await open(path, other)).statusCode).toBe(403)
    const removal = await press(`/people/${admin.accountId}/remove/`, {}, other)
    expect(removal.statusCode).toBe(403)
    expect(await site.accounts.nameOf(admin.accountId)).toBe('Alma')
  })

  it('asks whoever is not signed in to sign in, and comes back', async () => {
    expect((await site.app.inject('/people/')).headers.location).toBe('/sign-in/?next=%2Fpeople%2F')
  })

  it('invites somebody, who can then sign in and work', async () => {
    const form = { name: 'Lena', email: 'Lena@council.example.org', role: 'lead', provider: '' }
    expect((await press('/people/invite/', form)).headers.location).toBe('/people/?done=invited')
    expect((await site.messages()).join()).toContain('To: Lena@council.example.org')
    const opened = await pressButton(site, await linkFor(site, 'lena@council.example.org'))
    expect(opened.headers.location).toBe('/desk/')
  })

  it('says what is wrong with an invitation, and keeps what was typed', async () => {
    const answer = await press('/people/invite/', {
      name: ' ',
      email: 'lena',
      role: 'provider',
      provider: '',
    })
    expect(answer.statusCode).toBe(400)
    for (const words of ['Enter a name', 'like name@example.org', 'Choose the organisation', 'value="lena"'])
      expect(answer.body).toContain(words)
    const noRole = await press('/people/invite/', { name: 'Lena', email: 'lena@example.org' })
    expect(noRole.body).toContain('Choose a role')
    expect((await open('/people/')).body).not.toContain('Lena')
  })

  it('gives a role and takes one away, from the next click on', async () => {
    const nadia = await join('Nadia', 'navigator')
    const here = `/people/${nadia.accountId}/`
    await press(`${here}give-role/`, { role: 'provider', provider: demoProviderId })
    await press(`${here}take-role/`, { role: 'navigator', scope: 'area', id: '' })
    const now = await site.accounts.whoIs(nadia)
    expect(now?.grants).toEqual([{ role: 'provider', scope: { kind: 'provider', id: demoProviderId } }])
    expect((await open('/desk/', nadia)).statusCode).toBe(403)
  })

  it('makes somebody an editor for a directorate of the area, and takes that away again', async () => {
    const form = { name: 'Edda', email: 'edda@council.example.org', role: 'editor', provider: '' }
    const wrong = await press('/people/invite/', { ...form, directorate: 'made-up' })
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('Choose a directorate from the list')
    expect((await press('/people/invite/', { ...form, directorate: 'education' })).statusCode).toBe(303)
    await site.messages()
    const cookie = await signInAs(site, form.email)
    const scope = { kind: 'directorate', id: 'education' }
    const { accountId = '', grants } = (await site.accounts.whoIs({ cookie })) ?? {}
    expect(grants).toEqual([{ role: 'editor', scope }])
    expect((await open('/people/')).body).toContain('Editor for Education')
    await press(`/people/${accountId}/take-role/`, { role: 'editor', scope: scope.kind, id: scope.id })
    expect((await site.accounts.whoIs({ cookie }))?.grants).toEqual([])
  })

  it('removes somebody: signed out at once, rights gone, no way back in, the log stays', async () => {
    const nadia = await join('Nadia', 'navigator')
    const link = await linkFor(site, nadia.email)
    expect((await open(`/people/${nadia.accountId}/remove/`)).body).toContain('Remove Nadia?')
    expect((await press(`/people/${nadia.accountId}/remove/`)).headers.location).toBe('/people/?done=removed')

    expect(await site.accounts.whoIs(nadia)).toBeNull()
    expect(await site.accounts.grantsOf(nadia.accountId)).toEqual([])
    expect((await pressButton(site, link)).statusCode).toBe(400)
    expect((await open(`/people/${nadia.accountId}/`)).body).toContain('This account is gone')
    expect((await press(`/people/${nadia.accountId}/remove/`)).statusCode).toBe(404)
    const log = (await open('/audit/')).body
    expect(log).toContain('Someone who has left signed in')
    expect(log).not.toContain('Nadia')
  })

  it('refuses to remove oneself, or to leave nobody who looks after accounts', async () => {
    const self = await press(`/people/${admin.accountId}/remove/`)
    expect(self.statusCode).toBe(409)
    expect(self.body).toContain('You cannot remove your own account')
    const own = await press(`/people/${admin.accountId}/take-role/`, { role: 'admin', scope: 'area', id: '' })
    expect(own.body).toContain('You cannot take the role admin from yourself')
    expect((await site.accounts.whoIs(admin))?.grants).toHaveLength(1)
  })

  it('keeps one admin when two remove each other at the same moment', async () => {
    const other = await join('Bela', 'admin')
    await Promise.all([
      press(`/people/${other.accountId}/remove/`),
      press(`/people/${admin.accountId}/remove/`, {}, other),
    ])
    const left = [await site.accounts.nameOf(admin.accountId), await site.accounts.nameOf(other.accountId)]
    expect(left.filter((name) => name !== undefined)).toHaveLength(1)
  })

  it('ends a session of somebody, and none under another name', async () => {
    const nadia = await join('Nadia', 'navigator')
    const { sessionId = '' } = (await site.accounts.whoIs(nadia)) ?? {}
    const wrong = await press(`/people/${admin.accountId}/end-session/`, { session: sessionId })
    expect(wrong.statusCode).toBe(409)
    expect(await site.accounts.whoIs(nadia)).not.toBeNull()
    await press(`/people/${nadia.accountId}/end-session/`, { session: sessionId })
    expect(await site.accounts.whoIs(nadia)).toBeNull()
  })

  it('does nothing for a form of another site', async () => {
    const nadia = await join('Nadia', 'navigator')
    const csrf = (await site.accounts.whoIs(admin))?.csrfToken ?? ''
    const headers = { cookie: admin.cookie, origin: 'https://evil.example.org' }
    expect((await site.post(`/people/${nadia.accountId}/remove/`, { csrf }, headers)).statusCode).toBe(403)
    expect((await site.post(`/people/${nadia.accountId}/remove/`, {}, admin)).statusCode).toBe(403)
    expect(await site.accounts.whoIs(nadia)).not.toBeNull()
  })

  it('writes down who did what to whose account', async () => {
    const nadia = await join('Nadia', 'navigator')
    const here = `/people/${nadia.accountId}/`
    await press(`${here}give-role/`, { role: 'lead' })
    await press(`${here}take-role/`, { role: 'lead', scope: 'area', id: '' })
    await press(`${here}remove/`)
    const entries = await site.audit.list({ actor: admin.accountId, limit: 3 })
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual(
      ['account-remove', 'role-take', 'role-give'].map((action) => [action, `account:${nadia.accountId}`]),
    )
    expect(JSON.stringify(entries)).not.toMatch(/Nadia|example\.org/)
  })
})
