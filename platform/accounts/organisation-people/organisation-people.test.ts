import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../../../tests/support/databases.ts'
import {
  cookieOf,
  type Installation,
  linkFor,
  pressButton,
  signInAs,
  startAccounts,
} from '../accounts.fixture.ts'
import type { Grant } from '../grants.ts'

const club = { id: '8f6f5f0e-6b1e-4c43-9d0a-3a1f4f3c9b10', name: 'Example Play Club' }
const pool = { id: '8f6f5f0e-6b1e-4c43-9d0a-3a1f4f3c9b11', name: 'The pool' }
const petra = { name: 'Petra', email: 'petra@club.example.org' }
const keeps = ({ id }: typeof club): Grant => ({ role: 'provider', scope: { kind: 'provider', id } })

describeOnBothEngines('the people of an organisation', (databases) => {
  let site: Installation
  beforeEach(async () => {
    site = await startAccounts(databases)
  })
  afterEach(() => site.app.close())

  const keepers = () => site.accounts.organisationPeople
  const found = async (email: string) => (await keepers().list()).find((person) => person.email === email)
  async function letterTo(email: string): Promise<{ text: string; link: URL }> {
    const text = (await site.messages()).find((message) => message.includes(`To: ${email}`)) ?? ''
    const address = /^https?:\S+$/m.exec(text)?.[0]
    return { text, link: new URL(address ?? 'http://none.invalid') }
  }
  const open = (link: URL) => site.app.inject(link.pathname + link.search)
  const press = (link: URL) => site.post(link.pathname, Object.fromEntries(link.searchParams))

  it('are invited by an email whose link leads to their list with one button', async () => {
    expect(await keepers().invite('editor', petra, club)).toBe('invited')
    const { text, link } = await letterTo(petra.email)
    expect(text).toContain('Example Play Club')
    expect((await open(link)).body).toContain('You are invited, Petra')
    expect((await open(link)).statusCode).toBe(200)
    const pressed = await press(link)
    expect(pressed.headers.location).toBe('/my-services/')
    const me = await site.accounts.whoIs({ cookie: cookieOf(pressed) })
    expect(me).toMatchObject({ name: 'Petra', grants: [keeps(club)] })
    expect((await found(petra.email))?.signedInAt).toBeDefined()
  })

  it('use that link once, and nobody uses it after they signed in another way', async () => {
    await keepers().invite('editor', petra, club)
    const { link } = await letterTo(petra.email)
    const both = await Promise.all([press(link), press(link)])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 400])
    expect((await open(link)).body).toContain('This invitation does not work any more')

    const paul = { name: 'Paul', email: 'paul@club.example.org' }
    await keepers().invite('editor', paul, club)
    const unused = (await letterTo(paul.email)).link
    expect((await pressButton(site, await linkFor(site, paul.email))).statusCode).toBe(303)
    expect((await press(unused)).statusCode).toBe(400)
  })

  it('get in by no link that was made up, and by none once they may do more than that', async () => {
    await keepers().invite('editor', petra, club)
    const { link } = await letterTo(petra.email)
    const forged = new URL(link)
    forged.searchParams.set('link', `${forged.searchParams.get('link')}x`)
    expect((await press(forged)).statusCode).toBe(400)
    expect((await site.app.inject('/sign-in/invitation/')).statusCode).toBe(400)
    const foreign = await site.post(link.pathname, Object.fromEntries(link.searchParams), {
      origin: 'https://evil.example',
    })
    expect(foreign.statusCode).toBe(403)
    const { accountId = '' } = (await found(petra.email)) ?? {}
    await site.accounts.setGrants(accountId, [keeps(club), { role: 'admin', scope: { kind: 'area' } }])
    expect((await press(link)).statusCode).toBe(400)
  })

  it('are one person, however their address is typed and however many organisations they serve', async () => {
    await keepers().invite('editor', petra, club)
    const typed = { name: 'Somebody else', email: ' Petra@CLUB.example.org' }
    expect(await keepers().invite('editor', typed, club)).toBe('was-there')
    expect(await keepers().invite('editor', typed, pool)).toBe('invited')
    const people = await keepers().list()
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ ...petra, serves: [club.id, pool.id], hasOtherRoles: false })
  })

  it('keep the name and the rights that they had, and are told what is new', async () => {
    const ada = { name: 'Ada', email: 'ada@council.example.org' }
    const editor: Grant = { role: 'editor', scope: { kind: 'area' } }
    await site.accounts.invite({ ...ada, grants: [editor] })
    await site.messages()
    const cookie = await signInAs(site, ada.email)
    await keepers().invite('somebody', { ...ada, name: 'Not Ada' }, club)
    const { text } = await letterTo(ada.email)
    expect(text).toContain('You have an account already')
    expect(text).not.toContain('/sign-in/invitation/')
    expect(await site.accounts.whoIs({ cookie })).toMatchObject({
      name: 'Ada',
      grants: [editor, keeps(club)],
    })
    expect((await found(ada.email))?.hasOtherRoles).toBe(true)
  })

  it('get in by the newest invitation alone, and an older one says so', async () => {
    await keepers().invite('editor', petra, club)
    const first = (await letterTo(petra.email)).link
    const { accountId = '' } = (await found(petra.email)) ?? {}
    await keepers().inviteAgain('editor', accountId, club)
    const second = (await letterTo(petra.email)).link
    await keepers().invite('editor', petra, pool)
    const newest = (await letterTo(petra.email)).link
    for (const old of [first, second]) {
      const shown = await open(old)
      expect(shown.statusCode).toBe(400)
      expect(shown.body).toContain('There is a newer invitation')
      expect(shown.body).not.toContain('Petra')
      const pressed = await press(old)
      expect(pressed.statusCode).toBe(400)
      expect(pressed.body).toContain('Use the newest email')
    }
    expect((await found(petra.email))?.signedInAt).toBeUndefined()
    expect((await press(newest)).statusCode).toBe(303)
    expect((await open(first)).body).toContain('This invitation does not work any more')
  })

  it('keep a working link when somebody invites them to the same organisation once more', async () => {
    await keepers().invite('editor', petra, club)
    const { link } = await letterTo(petra.email)
    expect(await keepers().invite('editor', petra, club)).toBe('was-there')
    expect((await press(link)).statusCode).toBe(303)
  })

  it('get the invitation again while they are of the organisation, and nobody else does', async () => {
    await keepers().invite('editor', petra, club)
    await letterTo(petra.email)
    const { accountId = '' } = (await found(petra.email)) ?? {}
    await keepers().inviteAgain('editor', accountId, pool)
    expect(await site.messages()).toEqual([])
    await keepers().inviteAgain('editor', accountId, club)
    expect((await press((await letterTo(petra.email)).link)).statusCode).toBe(303)
    await keepers().inviteAgain('editor', accountId, club)
    expect((await letterTo(petra.email)).text).toContain('/sign-in/?next=%2Fmy-services%2F')
  })

  it('are nobody once they are taken out: signed out at once, no link works, the address is free again', async () => {
    await keepers().invite('editor', petra, club)
    const { link } = await letterTo(petra.email)
    const { accountId = '' } = (await found(petra.email)) ?? {}
    const cookie = cookieOf(await press(link))
    await keepers().remove('editor', accountId, pool)
    expect(await site.accounts.whoIs({ cookie })).not.toBeNull()
    await keepers().remove('editor', accountId, club)
    expect(await site.accounts.whoIs({ cookie })).toBeNull()
    expect(await site.accounts.nameOf(accountId)).toBeUndefined()
    expect(await keepers().list()).toEqual([])
    const deeds = await site.audit.read({ subject: `account:${accountId}`, limit: 20 })
    expect(deeds.map(({ action }) => action)).toEqual([
      ...['organisation-invite', 'sign-in', 'organisation-remove', 'account-remove'],
    ])
    expect(await keepers().invite('editor', petra, club)).toBe('invited')
  })

  it('stay signed in with what is left to them', async () => {
    await keepers().invite('editor', petra, club)
    await keepers().invite('editor', petra, pool)
    const { accountId = '' } = (await found(petra.email)) ?? {}
    await site.messages()
    const cookie = await signInAs(site, petra.email)
    await keepers().remove('editor', accountId, club)
    expect((await site.accounts.whoIs({ cookie }))?.grants).toEqual([keeps(pool)])
  })

  it('do not come from the demonstration, whose people read no email', async () => {
    const demonstration = { name: 'D', email: 'provider@demonstration.example.org' }
    const shown = await startAccounts(databases, { demo: true })
    await shown.post('/sign-in/demonstration/', { role: 'provider' })
    await expect(shown.accounts.organisationPeople.invite('e', demonstration, pool)).rejects.toThrow(
      'belongs to the demonstration',
    )
    await shown.app.close()
  })
})
