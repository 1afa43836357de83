import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { sendReminders } from '../../fresh/reminders.ts'
import { type RunningCms, saving, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
  cms.setDay('2027-10-01')
})

afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }

/** The path of the link in the reminder to a person. */
async function linkTo(person: string): Promise<string> {
  await sendReminders(cms.fresh)
  const letters = (await cms.letters()).filter(({ to }) => to === `${person}@example.org`)
  const links = letters.flatMap(({ text }) => /\/still-correct\/\?link=[\w.-]+/.exec(text)?.[0] ?? [])
  return links[0] ?? ''
}

function formIn(body: string): Record<string, string> {
  const fields = [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

const press = (form: Record<string, string>, headers = {}) =>
  cms.post('nobody', '/still-correct/', form, headers)

it('the link shows the facts and changes nothing; the button publishes the check in the provider’s name', async () => {
  const link = await linkTo('provider')
  const before = cms.git('rev-parse', 'main')
  for (let scan = 0; scan < 3; scan += 1) await cms.get('nobody', link)
  const page = await cms.get('nobody', link)
  expect(page.body).toContain('Is “Saturday club” still correct?')
  expect(page.body).toContain('Games and crafts on Saturdays')
  expect(cms.git('rev-parse', 'main')).toBe(before)

  const pressed = await press(formIn(page.body))
  expect(pressed.statusCode).toBe(303)
  expect(pressed.headers.location).toBe(link)
  expect((await cms.get('nobody', link)).body).toContain(
    'Checked by the provider on 1 October 2027. The next check is due by 1 October 2028.',
  )
  expect(cms.git('log', '-1', '--format=%an <%ae> %s', 'main')).toBe(
    'provider <account-provider@accounts.invalid> Confirm services/club',
  )
  expect(cms.git('show', 'main:services/club.md')).toMatch(
    /review:\n {2}lastChecked: "2027-10-01"\n {2}checkedBy: the provider\n {2}nextDue: "2028-10-01"/,
  )
  expect(cms.published).toEqual([cms.git('rev-parse', 'main')])
  expect(cms.deeds).toMatchObject([
    { actor: 'account-provider', action: 'confirm', subject: 'services/club' },
  ])

  await press(formIn(page.body))
  expect(cms.published).toHaveLength(1)
  expect(cms.git('fsck', '--strict', '--no-dangling')).toBe('')
})

it('asks again when the page was changed after it was shown', async () => {
  const page = await cms.get('nobody', await linkTo('provider'))
  const pressed = await press({ ...formIn(page.body), seen: 'f'.repeat(40) })
  expect(pressed.statusCode).toBe(409)
  expect(pressed.body).toContain('This page was changed after you opened it.')
  expect(cms.published).toEqual([])
})

it('a draft that is open can still be published afterwards, with the new check', async () => {
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
  await press(formIn((await cms.get('nobody', await linkTo('provider'))).body))
  expect(cms.git('show', 'main:services/club.md')).toContain('name: Saturday club')
  expect((await cms.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
  const text = cms.git('show', 'main:services/club.md')
  expect(text).toContain('name: Sunday club')
  expect(text).toContain('lastChecked: "2027-10-01"')
})

it('the link ends after 60 days, with the person’s right, and with the record', async () => {
  const link = await linkTo('provider')
  const { database, accounts } = cms.fresh
  expect((await cms.get('nobody', `${link.slice(0, -3)}abc`)).statusCode).toBe(404)
  expect((await cms.get('nobody', '/still-correct/')).statusCode).toBe(404)
  cms.setDay('2027-12-01')
  const late = await cms.get('nobody', link)
  expect(late.statusCode).toBe(404)
  expect(late.body).toContain('This link does not work')

  cms.setDay('2027-10-02')
  const form = formIn((await cms.get('nobody', link)).body)
  expect(await accounts.holdersOf('provider')).toHaveLength(2)
  await database.write((trx) =>
    trx
      .$extendTables<{ staff_account: { id: string } }>()
      .deleteFrom('staff_account')
      .where('id', '=', 'account-provider')
      .execute(),
  )
  expect((await cms.get('nobody', link)).statusCode).toBe(404)
  expect((await press(form)).statusCode).toBe(404)
  expect(cms.published).toEqual([])
})

it('is for the service that it names, and takes its form from our own pages only', async () => {
  const form = formIn((await cms.get('nobody', await linkTo('pool'))).body)
  expect((await press(form, { origin: 'https://evil.example' })).statusCode).toBe(403)
  await press(form)
  expect(cms.git('log', '-1', '--format=%s', 'main')).toBe('Confirm services/quiet-swim')
})
