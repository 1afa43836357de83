import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { sendReminders } from '../fresh/reminders.ts'
import { mainRef } from '../git/main-branch.ts'
import { clubProvider, morePeople, poolProvider } from '../people.fixture.ts'
import { photograph } from '../pictures/photograph.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'
import { pagePeople, pageTable, withTestsOfTheirOwn } from './page-table.fixture.ts'

let cms: RunningCms
/** Every ref as it is at the start: the club was published twice, has a draft in review, one that was thrown away and a choice. */
let start: ReadonlyMap<string, string>
let picture: string
/** What the link of a reminder to the club says. */
let link: string

const club = { collection: 'services', slug: 'club' }

beforeAll(async () => {
  const { schools = [], leisure = [], both = [] } = morePeople
  cms = await startCms({ more: { schools, leisure, both } })
  const save = (name: string) =>
    cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name }))
  const move = (newStatus: string) =>
    cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus })
  await save('Second name')
  await move('pending_publish')
  await cms.ask('editor', 'publishUnpublishedEntry', club)
  await save('Third name')
  await move('pending_review')
  const added = { ...exampleService, id: undefined, name: 'Gone' }
  await cms.ask('provider', 'persistEntry', saving('gone', added, { newEntry: true }))
  await cms.ask('provider', 'deleteUnpublishedEntry', { ...club, slug: 'gone' })
  const { body } = await cms.upload('provider', clubProvider, await photograph())
  picture = String(Reflect.get(Object(body), 'path')).replace(/^media/, '/api/cms/pictures')
  await changeClubTwice()
  cms.setDay('2027-09-01')
  await sendReminders(cms.fresh)
  const toClub = (await cms.letters()).filter(({ to }) => to === 'provider@example.org')
  link = toClub.map(({ text }) => /still-correct\/\?link=(\S+)/.exec(text)?.[1] ?? '').join('')
  start = refs()
})
afterAll(() => cms.stop())

/** The provider changes what somebody else publishes meanwhile. */
async function changeClubTwice(): Promise<void> {
  const path = 'providers/club.md'
  const main = cms.git('rev-parse', 'main')
  const saying = (words: string) => cms.git('show', `main:${path}`).replace('Runs the club.', words)
  const options = { collectionName: 'providers', newEntry: false, useWorkflow: true }
  const dataFiles = [{ path, slug: 'club', raw: saying('Mine.') }]
  await cms.ask('provider', 'persistEntry', { dataFiles, assets: [], options })
  const changes = [{ path, blob: await cms.repository.writeBlob(saying('Theirs.')) }]
  const words = { author: { role: 'editor', accountId: 'e' }, message: 'Change providers/club', at: 0 }
  const commit = await cms.repository.commit({ ...words, parents: [main], changes })
  await cms.repository.updateRefs([{ ref: mainRef, from: main, to: commit }])
}

function refs(): Map<string, string> {
  const lines = cms.git('for-each-ref', '--format=%(refname) %(objectname)').split('\n')
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]))
}

/** Makes everything as it was at the start. */
async function putBack(): Promise<void> {
  const now = refs()
  const added = [...now.keys()].filter((ref) => !start.has(ref))
  const moved = [...start].filter(([ref, id]) => now.get(ref) !== id)
  const commands = [
    ...added.map((ref) => `delete ${ref}`),
    ...moved.map(([ref, id]) => `update ${ref} ${id}`),
  ]
  await cms.repository.git(['update-ref', '--stdin'], { input: commands.map((each) => `${each}\n`).join('') })
  const { database } = cms.fresh
  const keeps = sql`insert into staff_grant values ('account-both', 'provider', 'provider', ${clubProvider}) on conflict do nothing`
  await database.write((trx) => keeps.execute(trx))
}

const draft = '/drafts/services/club/'
const choice = '/drafts/providers/club/choose/'
const keepers = `/organisations/${clubProvider}/`
const keeper = `${keepers}people/account-both/remove/`
const own = '/my-services/club/'
const proposal = {
  ...{ name: 'Sunday swim', summary: 'A quiet hour.', kind: 'Swimming', do: 'send' },
  ...{ categories: 'clubs-activities', routes: exampleService.routes[0] ?? '' },
}
const closing = { status: 'closed', why: 'Gone. Try another club.' }

/** Where each row of the table is asked for when its address has more than names in it, and what its form sends. */
const requests: Readonly<Record<string, () => Asked>> = {
  'GET /api/cms/pictures/:provider/:name': () => ({ path: picture }),
  'POST /api/cms/pictures/:provider': () => ({ path: `/api/cms/pictures/${clubProvider}` }),
  'GET /drafts/:collection/:slug/choose/': () => ({ path: choice }),
  'GET /organisations/:id/': () => ({ path: keepers }),
  'GET /organisations/:id/people/:person/remove/': () => ({ path: keeper }),
  'GET /still-correct/': () => ({ path: `/still-correct/?link=${link}` }),
  ...Object.fromEntries(
    ['submit', 'withdraw', 'approve', 'publish', 'unschedule', 'throw-away'].map((step) => [
      `POST /drafts/:collection/:slug/, ${step}`,
      () => ({ path: draft, fields: { do: step } }),
    ]),
  ),
  'POST /drafts/:collection/:slug/, schedule': () => ({
    path: draft,
    fields: { do: 'schedule', date: '2027-10-01', time: '9am' },
  }),
  'POST /drafts/:collection/:slug/, note': () => ({ path: draft, fields: { do: 'note', text: 'A note.' } }),
  'POST /drafts/:collection/:slug/, ask': () => ({ path: draft, fields: { do: 'ask', text: 'A note.' } }),
  'POST /drafts/:collection/:slug/bring-back/': () => {
    const at = [...start.keys()].join().match(/thrown-away\/services\/gone\/(\d+)/)?.[1] ?? ''
    return { path: '/drafts/services/gone/bring-back/', fields: { at } }
  },
  'POST /drafts/:collection/:slug/choose/, save': () => ({
    path: choice,
    fields: { do: 'choose', 'choice-description': 'mine' },
  }),
  'POST /drafts/:collection/:slug/choose/, drop': () => ({ path: choice, fields: { do: 'drop-now' } }),
  'POST /records/:collection/:slug/history/put-back/': () => ({
    path: '/records/services/club/history/put-back/',
    fields: { version: cms.git('rev-list', '--max-parents=0', 'main') },
    page: '/records/services/club/history/',
  }),
  'POST /my-services/new/, for the club': () => ({
    path: '/my-services/new/',
    fields: { ...proposal, provider: clubProvider, id: crypto.randomUUID() },
  }),
  'POST /my-services/new/, for the pool': () => ({
    path: '/my-services/new/',
    fields: { ...proposal, provider: poolProvider, id: crypto.randomUUID() },
  }),
  'POST /my-services/:slug/': () => ({
    path: own,
    fields: { times: '0', email: 'new@example.org', do: 'send' },
  }),
  'POST /my-services/:slug/still-correct/': () => ({ path: `${own}still-correct/`, page: own }),
  'POST /my-services/:slug/close/, look': () => ({
    path: `${own}close/`,
    fields: { ...closing, do: 'look' },
  }),
  'POST /my-services/:slug/close/, send': () => ({
    path: `${own}close/`,
    fields: { ...closing, do: 'send' },
  }),
  'POST /my-services/:slug/close/, publish': () => ({
    path: `${own}close/`,
    fields: { ...closing, do: 'publish' },
  }),
  'POST /my-services/:slug/reopen/, send': () => reopening('send'),
  'POST /my-services/:slug/reopen/, publish': () => reopening('publish'),
  'POST /organisations/:id/invite/': () => ({
    path: `${keepers}invite/`,
    fields: { name: 'Noor Ali', email: `${crypto.randomUUID()}@example.org` },
  }),
  'POST /organisations/:id/invite-again/': () => ({
    path: `${keepers}invite-again/`,
    fields: { person: 'account-both' },
  }),
  'POST /organisations/:id/people/:person/remove/': () => ({ path: keeper }),
  'POST /still-correct/': () => ({ path: '/still-correct/', page: `/still-correct/?link=${link}` }),
}

function reopening(step: string): Asked {
  const seen = cms.git('rev-parse', 'cms/services/club:services/club.md')
  return { path: `${own}reopen/`, fields: { do: step, seen } }
}

interface Asked {
  readonly path: string
  readonly fields?: Readonly<Record<string, string>>
  /** Where the form stands, if not at its own address. */
  readonly page?: string
}

/** What a row asks for: its address as it stands there, unless more is said. */
function askedBy(row: string): Asked {
  const address = row.replace(/,.*$/, '').replace(/^\w+ /, '')
  const path = address.replace(':collection', 'services').replace(':slug', 'club')
  return requests[row]?.() ?? { path }
}

/** The hidden fields of the form as an editor sees it: they are the same for everybody, but for the token. */
async function formOf({ path, page = path }: Asked): Promise<Record<string, string>> {
  const { body } = await cms.get('editor', page)
  const form = new RegExp(`<form[^>]* action="${path}"[\\s\\S]*?</form>`).exec(body)?.[0] ?? ''
  const hidden = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
}

describe.each(Object.entries(pageTable))('%s', (row, words) => {
  const isLook = row.startsWith('GET ')

  async function answersTo(people: readonly Sender[]): Promise<number[]> {
    const asked = askedBy(row)
    const fields = isLook ? {} : { ...(await formOf(asked)), ...asked.fields }
    const statuses: number[] = []
    for (const { person, csrf = `token-of-${person}`, origin } of people) {
      const headers = { 'x-csrf-token': csrf, ...(origin !== undefined && { origin }) }
      const { statusCode } = isLook
        ? await cms.get(person, asked.path)
        : await cms.post(person, asked.path, { ...fields, csrf }, headers)
      statuses.push(statusCode)
      if (!isLook && statusCode < 400) await putBack()
    }
    expect(refs()).toEqual(start)
    return statuses
  }

  it('is for whom the table says, and changes nothing for anybody else', async () => {
    const statuses = await answersTo(pagePeople.map((person) => ({ person })))
    expect(statuses.join(' ')).toBe(words.trim().split(/\s+/).join(' '))
  })

  if (isLook) return
  it('is refused from another site, and without the token of the session', async () => {
    const tokens = row === 'POST /still-correct/' ? [] : ['token-of-provider', '']
    const senders = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      ...tokens.map((csrf) => ({ csrf })),
    ]
    const statuses = await answersTo(senders.map((sender) => ({ person: 'editor', ...sender })))
    expect(new Set(statuses)).toEqual(new Set([403]))
  })
})

interface Sender {
  readonly person: string
  readonly csrf?: string
  readonly origin?: string
}

it('whoever may look at a page sees nothing of its draft', async () => {
  for (const path of [draft, '/drafts/', '/records/services/club/history/', `${draft}choose/?done=saved`])
    for (const person of ['leisure', 'pool'])
      expect((await cms.get(person, path)).body, `${person} ${path}`).not.toMatch(
        /Third name|href="\/drafts\/services\/club\//,
      )
})

it('the table has every address that the CMS answers', () => {
  const rows = new Set(Object.keys(pageTable).map((row) => row.split(',')[0]))
  const answered = cms.routes.filter((route) => !/^(HEAD|OPTIONS) |^GET \/(admin|api\/me)\b/.test(route))
  expect([...rows, ...withTestsOfTheirOwn].toSorted()).toEqual(answered.toSorted())
})
