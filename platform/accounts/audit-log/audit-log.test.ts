import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../../../tests/support/databases.ts'
import { type Installation, signInAs, startAccounts } from '../accounts.fixture.ts'
import type { AuditAction } from '../audit-words.ts'
import type { Role } from '../grants.ts'

describeOnBothEngines('the audit log', (databases) => {
  let site: Installation
  let lead: string
  let navigatorId: string

  async function join(role: Role) {
    const email = `${role}@council.example.org`
    const grants = [{ role, scope: { kind: 'area' as const } }]
    const { accountId } = await site.accounts.invite({ email, name: `Person ${role}`, grants })
    await site.messages()
    return { accountId, cookie: await signInAs(site, email) }
  }
  const open = (url: string, cookie = lead) => site.app.inject({ url, headers: { cookie } })
  const record = (action: AuditAction, subject: string) =>
    site.database.write((trx) => site.audit.record(trx, { actor: navigatorId, action, subject }))

  beforeEach(async () => {
    site = await startAccounts(databases)
    lead = (await join('lead')).cookie
    navigatorId = (await join('navigator')).accountId
  })
  afterEach(() => site.app.close())

  it('leaves out of the filter what nobody can be or choose', async () => {
    for (const query of [
      'who=%00',
      'who=Kim+Lee',
      'from=0000-01-01',
      'to=9999-12-31',
      'before=9e99',
      'kind=%00',
    ]) {
      expect((await open(`/audit/?${query}`)).statusCode).toBe(200)
      expect((await open(`/audit/log.csv?${query}`)).statusCode).toBe(200)
    }
    expect(JSON.stringify(await site.audit.list({ limit: 100 }))).not.toContain('Kim Lee')
  })

  it('says in plain words who did what, the newest first', async () => {
    await record('conversation-read', 'conversation:c1')
    await record('conversation-export', 'conversation:c2')
    const { body, statusCode } = await open('/audit/')
    expect(statusCode).toBe(200)
    expect(body).toMatch(
      /made a copy of a conversation[\s\S]*c2[\s\S]*Person navigator opened a conversation[\s\S]*c1/,
    )
    expect(body).toMatch(/The program itself invited somebody<\/td><td>Person navigator/)
  })

  it('leads into a conversation at the desk for leads alone', async () => {
    await record('conversation-read', 'conversation:c1')
    const link = '<a href="/desk/?conversation=c1">conversation c1</a>'
    expect((await open('/audit/')).body).toContain(link)
    const admin = (await join('admin')).cookie
    const { body } = await open('/audit/', admin)
    expect(body).toContain('conversation c1')
    expect(body).not.toContain('/desk/?conversation')
  })

  it('writes down that it was looked at and downloaded, and by whom', async () => {
    await open('/audit/?kind=seen')
    await open('/audit/log.csv')
    expect(await site.audit.list({ actions: ['audit-read', 'audit-export'], limit: 2 })).toMatchObject([
      { action: 'audit-export', detail: {} },
      { action: 'audit-read', detail: { kind: 'seen' } },
    ])
    expect((await open('/audit/')).body).toContain('Person lead downloaded this log')
  })

  it.each(['navigator', 'officer', 'editor'] as const)('is not for a %s', async (role) => {
    const { cookie } = await join(role)
    expect((await open('/audit/', cookie)).statusCode).toBe(403)
    expect((await open('/audit/log.csv', cookie)).statusCode).toBe(403)
    expect(await site.audit.list({ actions: ['audit-read', 'audit-export'], limit: 1 })).toEqual([])
  })

  it('is filtered by person, kind and day', async () => {
    await record('conversation-read', 'conversation:c1')
    const of = async (query: string) => (await open(`/audit/${query}`)).body
    expect(await of('?kind=seen')).toContain('Person navigator opened a conversation')
    expect(await of(`?who=${navigatorId}`)).not.toContain('Person lead signed in')
    expect(await of('?kind=safeguarding')).toContain('Nothing fits')
    expect(await of('?from=2001-01-01&to=2001-01-31')).toContain('Nothing fits')
    expect(await of('?from=2001-02-01&to=2001-01-01')).toContain('“Until” is before “From”')
    expect(await of('?from=yesterday&kind=nonsense&before=-1')).toContain('opened a conversation')
  })

  it('has pages of fifty, each once', async () => {
    for (let count = 1; count <= 60; count += 1) await record('conversation-read', `conversation:n${count}.`)
    const first = (await open('/audit/?kind=seen')).body
    expect(first).toContain('n60.')
    expect(first).not.toContain('n5.')
    const older = /href="(\/audit\/[^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = (await open(older)).body
    for (const body of [second]) expect(body).toContain('n5.')
    expect(second).not.toContain('n60.')
    expect(second).toContain('>Newest</a>')
    expect(second).not.toContain('>Older</a>')
  })

  it('comes as CSV with the same filter', async () => {
    await record('conversation-read', 'conversation:=1+1')
    const { body, headers } = await open('/audit/log.csv?kind=seen')
    expect(headers['content-type']).toContain('text/csv')
    expect(headers['content-disposition']).toContain('audit-log.csv')
    expect(body).toContain('Person navigator opened a conversation,conversation =1+1')
    expect(body).not.toContain('signed in')
  })

  it('copes with an action of a newer version', async () => {
    await site.database.kysely
      .$extendTables<{ audit_entry: Record<'at' | 'actor' | 'action' | 'subject' | 'detail', unknown> }>()
      .insertInto('audit_entry')
      .values({ at: 1, actor: navigatorId, action: 'thing-from-tomorrow', subject: 'thing:t1', detail: '{}' })
      .execute()
    expect((await open('/audit/')).body).toContain('Person navigator did “thing from tomorrow”')
  })
})
