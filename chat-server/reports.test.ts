import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import type { Role } from '#platform/accounts/grants.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { auditedBy } from './audited.fixture.ts'
import { startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'
import { plantConversations } from './report.fixture.ts'
import type { HelpdeskTables } from './storage/tables.ts'
import { createStores } from './stores.ts'
import { removeTextAfterRetention } from './text-removal.ts'

const inNovember = Date.parse('2026-11-03T10:00:00Z')
const hour = 3_600_000

describeOnBothEngines('reports for leads and officers', (databases) => {
  let house: TestHelpdesk
  afterEach(() => house.stop())

  async function open() {
    house = await startTestHelpdesk(await databases.open())
    for (const role of ['lead', 'officer', 'navigator'] as const) signIn(role)
  }

  function signIn(role: Role) {
    house.sessions.set(`session=${role}`, {
      ...{ accountId: role, name: role, sessionId: role, csrfToken: '' },
      grants: [{ role, scope: { kind: 'area' } }],
    })
  }

  const read = (role: Role, path: string) =>
    fetch(`${house.address}/desk/reports/${path}`, {
      headers: { cookie: `session=${role}` },
      redirect: 'manual',
    })
  const page = async (role: Role, path = '') => (await read(role, path)).text()
  const tables = () => house.database.kysely.$extendTables<HelpdeskTables>()

  /** Ten chats in November, seven of which one navigator ended, and a telephone call each weekday of a week. */
  async function plant() {
    await plantConversations(house.database, 10, (place) => ({
      started_at: inNovember + place * hour,
      ...(place >= 7 && { state: 'waiting', ended_at: null, navigator_id: null, first_taken_at: null }),
    }))
    await plantConversations(house.database, 5, (place) => ({
      ...{ started_at: inNovember + place * 24 * hour, channel: 'telephone' },
    }))
  }

  it('count a month for a lead and for an officer, and for nobody else', async () => {
    await open()
    await plant()
    for (const role of ['lead', 'officer'] as const) {
      const shown = await page(role, '?month=2026-11')
      expect(shown).toContain('<h1>Report: November 2026</h1>')
      expect(shown).toMatch(/Chat<\/th><td[^>]*>10<\/td>/)
      expect(shown).toMatch(/Telephone call<\/th><td[^>]*>5<\/td>/)
    }
    expect((await read('navigator', '?month=2026-11')).status).toBe(403)
    expect((await read('provider', '')).headers.get('location')).toMatch(/^\/sign-in\//)
    expect(await auditedBy(house.audit)).toEqual(['lead report-view', 'officer report-view'])
  })

  it('hide what few families stand behind, on the page and in every file', async () => {
    await open()
    await plant()
    const shown = await page('lead', '?month=2026-11')
    expect(shown).toMatch(/Waits now<\/th><td[^>]*><em>hidden<\/em>/)
    const one = await page('lead', 'csv/?month=2026-11&table=chats')
    expect(one).toContain('Waits now,hidden\r\n')
    expect(one).toContain('All,10\r\n')
    expect(await page('lead', 'csv/?month=2026-11&table=times')).toContain('Half were faster than (minutes)')
    const all = await page('lead', 'csv/?month=2026-11&table=all')
    expect(all).toContain('Chats: taken and missed,Waits now,Chats,hidden\r\n')
    expect(all).not.toMatch(/,[1-4]\r\n/)
    expect(await auditedBy(house.audit)).toContain('lead report-export')
  })

  it('give files that no spreadsheet runs, and no table that is not there', async () => {
    await open()
    await plant()
    await tables()
      .insertInto('theme')
      .values({
        id: 'formula',
        title: '=HYPERLINK("https://example.org")',
        made_by: 'sam',
        made_at: 1,
        closed_at: null,
      })
      .execute()
    const ids = (await tables().selectFrom('conversation').select('id').execute()).slice(0, 6)
    await tables()
      .insertInto('mark')
      .values(
        ids.map(({ id }) => ({
          ...{ id: randomUUID(), client_mark_id: randomUUID(), conversation_id: id, seq: null },
          ...{ theme_id: 'formula', words: 'Too far', marked_by: 'sam', marked_at: inNovember },
        })),
      )
      .execute()
    const answer = await read('officer', 'csv/?month=2026-11&table=themes')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="report-month-2026-11-themes.csv"',
    )
    expect(await answer.text()).toContain(`"'=HYPERLINK(""https://example.org"")",6\r\n`)
    expect((await read('officer', 'csv/?table=nothing')).status).toBe(404)
  })

  it('say calmly that nobody came, and that days are still to come', async () => {
    await open()
    expect(await page('lead', '?month=2026-10')).toContain('Nobody came to us in these days')
    expect(await page('lead', '?month=2027-10')).toContain('still to come')
    const wrong = await read('lead', '?from=2026-11-02&to=2026-11-01')
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('The last day must come after the first.')
  })

  it('stay the same when the text of conversations is removed', async () => {
    await open()
    await plant()
    const [resumed, followed] = await tables()
      .selectFrom('conversation')
      .select('id')
      .orderBy('arrival')
      .execute()
    const later = await plantConversations(house.database, 1, () => ({
      started_at: inNovember + 48 * hour,
      earlier_id: resumed?.id ?? '',
      tags: '["autism"]',
    }))
    expect(later).toHaveLength(1)
    await tables()
      .insertInto('follow_up')
      .values({
        ...{ id: 'follow', conversation_id: followed?.id ?? '', account_id: 'sam', due_on: '2026-12-01' },
        ...{ text: 'Ring Kim', made_at: inNovember, done_at: null },
      })
      .execute()
    const withoutTime = (text: string) => text.replace(/Counted at [^<]*/, '')
    const before = withoutTime(await page('lead', '?month=2026-11'))
    house.time.now += 400 * 24 * hour
    await tables()
      .updateTable('conversation')
      .set({ ended_at: inNovember + hour })
      .execute()
    const stillOpen = withoutTime(await page('lead', '?month=2026-11'))
    const stores = createStores({ database: house.database, clock: () => house.time.now, newId: randomUUID })
    expect(await removeTextAfterRetention(stores, 30)).toMatchObject({ conversations: 16 })
    expect(withoutTime(await page('lead', '?month=2026-11'))).toBe(stillOpen)
    expect(before).toContain('Autism')
  })
})
