import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { morePeople } from '../people.fixture.ts'
import { poolService, type RunningCms, recordText, startCms } from '../running-cms.fixture.ts'
import { sendReminders } from './reminders.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
})

afterEach(() => cms.stop())

const dueOn = '2027-10-01'

/** Puts a record on the site as it is given. */
async function publish(slug: string, fields: object | null) {
  const parent = cms.git('rev-parse', 'main')
  const path = `services/${slug}.md`
  const blob = fields && (await cms.repository.writeBlob(recordText(fields)))
  const author = { role: 'editor', accountId: 'e' }
  const to = await cms.repository.commit({
    parents: [parent],
    changes: [{ path, blob }],
    ...{ author, message: 'x', at: 0 },
  })
  await cms.repository.updateRefs([{ ref: 'refs/heads/main', from: parent, to }])
}

async function night(date: string) {
  cms.setDay(date)
  const counts = await sendReminders(cms.fresh)
  const letters = await cms.letters()
  return { counts, letters, to: letters.map(({ to }) => to) }
}

it('reminds the people of the provider, each step once, and then the editors', async () => {
  await publish('quiet-swim', null)
  expect((await night('2027-08-31')).to).toEqual([])
  expect(await night('2027-09-01')).toMatchObject({
    counts: { soon: 1, due: 0, late: 0, editors: 0 },
    to: ['provider@example.org'],
  })
  expect((await night('2027-09-01')).to).toEqual([])
  expect((await night('2027-09-02')).to).toEqual([])
  expect((await night(dueOn)).to).toEqual(['provider@example.org'])
  expect((await night('2027-10-15')).to).toEqual(['provider@example.org'])
  expect((await night('2027-10-28')).to).toEqual([])
  const { letters, to } = await night('2027-10-29')
  expect(to).toEqual(['editor@example.org'])
  expect(letters[0]?.text).toContain('Saturday club (due 1 October 2027)')
  expect((await night('2027-12-01')).to).toEqual([])
})

it('says the name of the service, the day and the link, and nothing else of the record or of anybody', async () => {
  await publish('quiet-swim', null)
  const { letters } = await night('2027-09-01')
  const [letter] = letters
  expect(letter?.subject).toBe('Is “Saturday club” still right?')
  expect(letter?.text).toMatch(
    /Saturday club\nPlease check it by 1 October 2027\.\nhttp:\/\/localhost:8080\/still-correct\/\?link=[\w.-]+\n/,
  )
  expect(letter?.text).not.toContain(exampleService.summary)
  expect(letter?.text).not.toContain('provider@example.org')
})

it('puts all services of a person into one email, with a link each', async () => {
  await publish('second', {
    ...exampleService,
    id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c99',
    name: 'Youth club',
  })
  await publish('quiet-swim', null)
  const { letters } = await night('2027-09-01')
  expect(letters).toHaveLength(1)
  expect(letters[0]?.subject).toBe('Are your 2 pages in the Local Offer still right?')
  expect(letters[0]?.text.match(/still-correct/g)).toHaveLength(2)
})

it('sends nothing for a service that has closed for good or is gone, and starts again after a check', async () => {
  const notice = 'We have closed.'
  await publish('club', { ...exampleService, status: 'closed', notice })
  await publish('quiet-swim', null)
  expect((await night(dueOn)).to).toEqual([])
  const again = { lastChecked: '2027-10-02', checkedBy: 'the provider', nextDue: '2028-04-01' }
  await publish('club', { ...exampleService, status: 'temporarily-closed', notice, review: again })
  expect((await night('2027-11-20')).to).toEqual([])
  expect((await night('2028-03-05')).to).toEqual(['provider@example.org'])
})

it('sends each reminder once when two processes run at the same time', async () => {
  cms.setDay(dueOn)
  const counts = await Promise.all([sendReminders(cms.fresh), sendReminders(cms.fresh)])
  expect(counts.map(({ due }) => due).toSorted()).toEqual([0, 2])
  expect((await cms.letters()).map(({ to }) => to).toSorted()).toEqual([
    'pool@example.org',
    'provider@example.org',
  ])
})

it('tells the editors when a provider has nobody with an account', async () => {
  const nobody = '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c98'
  await publish('club', null)
  await publish('quiet-swim', { ...poolService, provider: nobody })
  expect((await night('2027-10-28')).to).toEqual([])
  expect((await night('2027-10-29')).to).toEqual(['editor@example.org'])
})

it('tells the editors of the directorate that looks after the provider, where there are any', async () => {
  await cms.stop()
  cms = await startCms({ more: { schools: morePeople['schools'] ?? [] } })
  await cms.fresh.database.write((trx) =>
    sql`delete from staff_grant where account_id in ('account-provider', 'account-pool')`.execute(trx),
  )
  const { letters } = await night('2027-10-29')
  const said = letters.map(({ to, text }) => [to, /Saturday club/.test(text), /Quiet swim/.test(text)])
  expect(said.toSorted()).toEqual([
    ['editor@example.org', false, true],
    ['schools@example.org', true, false],
  ])
})
