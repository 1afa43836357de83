import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleGuide, exampleService } from '#records/example-content.fixture.ts'
import { poolService, type RunningCms, recordText, saving, startCms } from '../../running-cms.fixture.ts'

let cms: RunningCms

const here = '/drafts/services/club/'
const club = { collection: 'services', slug: 'club' }
const save = (person: string, slug: string, fields: object) =>
  cms.ask(person, 'persistEntry', saving(slug, fields))
const inReview = (slug: string) =>
  cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, slug, newStatus: 'pending_review' })

beforeEach(async () => {
  cms = await startCms()
  cms.setTime('2026-11-22T12:00Z')
})

afterEach(() => cms.stop())

/** The headings and the names of drafts of a list, in their order. */
async function listFor(person: string, query = ''): Promise<string[]> {
  const { body } = await cms.get(person, `/drafts/${query}`)
  return [...body.matchAll(/<h([23])[^>]*>(?:<a[^>]*>)?([^<]+)/g)].map(
    ([, level, text]) => `${level} ${text}`,
  )
}

it('says that there are none', async () => {
  expect((await cms.get('editor', '/drafts/')).body).toContain('Everything that was written is published.')
  expect((await cms.get('provider', '/drafts/')).body).toContain('A draft begins when you change a page')
  expect((await cms.get('nobody', '/drafts/')).headers.location).toBe('/sign-in/?next=%2Fdrafts%2F')
})

it('tells editors, and nobody else, why the site could not be built, and builds it again once when they ask', async () => {
  const commit = cms.git('rev-parse', 'main')
  cms.showPublication({ state: 'failed', commit, at: 0, reason: 'No room.' }, null)
  const page = (await cms.get('editor', '/drafts/')).body
  expect(page).toMatch(/The site could not be built.*No room\..*Build the site again/s)
  expect((await cms.get('provider', '/drafts/')).body).not.toContain('could not be built')

  const again = (person: string, fields: Record<string, string> = { csrf: `token-of-${person}` }) =>
    cms.post(person, '/drafts/build-again/', fields)
  expect((await again('provider')).statusCode).toBe(403)
  expect((await again('nobody')).statusCode).toBe(401)
  expect((await again('editor', {})).statusCode).toBe(403)
  expect(cms.published).toEqual([])
  expect((await again('editor')).headers.location).toBe('/drafts/?done=again')
  expect(cms.published).toEqual([commit])

  const building = { state: 'building', commit, since: 0, next: null, lastTookMs: null } as const
  cms.showPublication({ ...building, stage: 'waiting' }, null)
  await again('editor')
  expect(cms.published).toHaveLength(1)
  expect((await cms.get('editor', '/drafts/?done=again')).body).toContain('The site is being built again.')
  cms.showPublication({ state: 'published', commit, at: 0 }, commit)
  expect((await cms.get('editor', '/drafts/?done=again')).body).toContain('The site is built.')
  expect((await cms.get('editor', '/drafts/')).body).not.toContain('The site is built.')
})

it('leads an editor from a page that is published to the one that waits longest', async () => {
  await save('pool', 'quiet-swim', { ...poolService, name: 'Quiet swim on Sundays' })
  const sent = { collection: 'services', slug: 'quiet-swim', newStatus: 'pending_review' }
  await cms.ask('pool', 'updateUnpublishedEntryStatus', sent)
  const next = '<a href="/drafts/services/quiet-swim/">Next in review: “Quiet swim on Sundays”</a>'
  expect((await cms.get('editor', here)).body).toContain(next)
  expect((await cms.get('provider', here)).body).not.toContain('Next in review')
})

it('tells whoever publishes that an earlier release is shown, and for how long that holds', async () => {
  await save('provider', 'club', { ...exampleService, name: 'Sunday club' })
  const commit = cms.git('rev-parse', 'main')
  const words = 'holds only until something is published again'
  cms.showPublication({ state: 'published', commit, at: 0 }, commit)
  for (const page of ['/drafts/', here]) expect((await cms.get('editor', page)).body).not.toContain(words)
  cms.showPublication({ state: 'published', commit, at: 0 }, 'a'.repeat(40))
  for (const page of ['/drafts/', here]) {
    expect((await cms.get('editor', page)).body).toContain(words)
    expect((await cms.get('provider', page)).body).not.toContain(words)
  }
})

it('shows editors all drafts, what waits longest for them first, and providers their own', async () => {
  await save('pool', 'quiet-swim', { ...poolService, name: 'Quiet swim on Sundays' })
  await save('provider', 'club', { ...exampleService, name: 'Sunday club' })
  cms.setTime('2026-11-22T13:00Z')
  await inReview('club')
  cms.setTime('2026-11-22T14:00Z')
  await inReview('quiet-swim')
  const guide = { path: 'guides/first.mdx', slug: 'first', raw: recordText(exampleGuide, 'Other words.\n') }
  await cms.ask('editor', 'persistEntry', {
    ...{ dataFiles: [guide], assets: [] },
    options: { collectionName: 'guides', newEntry: false, useWorkflow: true },
  })
  expect(await listFor('editor')).toEqual([
    '2 In review: 2',
    '3 Sunday club',
    '3 Quiet swim on Sundays',
    '2 Being written: 1',
    `3 ${exampleGuide.title}`,
  ])
  expect(await listFor('editor', '?collection=guides')).toEqual([
    '2 Being written: 1',
    `3 ${exampleGuide.title}`,
  ])
  expect(await listFor('editor', '?group=ready')).toEqual([])
  expect(await listFor('provider')).toEqual(['2 In review: 1', '3 Sunday club'])
  expect(await listFor('pool')).toEqual(['2 In review: 1', '3 Quiet swim on Sundays'])
  await cms.post('editor', here, { csrf: 'token-of-editor', do: 'note', text: 'Which day?' })
  const { body } = await cms.get('provider', '/drafts/')
  expect(body).toContain('In review since 22 November 2026, 1pm · 1 note')
  expect(body).toContain('for The club.')
})

it('throws a draft away after a question, and brings it back with its notes', async () => {
  await save('provider', 'club', { ...exampleService, name: 'Sunday club' })
  await cms.post('provider', here, { csrf: 'token-of-provider', do: 'note', text: 'Please hurry.' })
  const text = cms.git('show', 'cms/services/club:services/club.md')
  const asked = await cms.get('provider', `${here}throw-away/`)
  expect(asked.body).toContain('All that was written in this draft goes and the 1 note about it.')
  const seen = /name="seen" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
  const own = { csrf: 'token-of-provider' }
  expect((await cms.post('pool', `${here}throw-away/`, { csrf: 'token-of-pool', seen })).statusCode).toBe(404)
  expect((await cms.post('provider', `${here}throw-away/`, { ...own, seen: 'x' })).statusCode).toBe(409)
  const gone = await cms.post('provider', `${here}throw-away/`, { ...own, seen })
  expect(gone.headers.location).toBe('/drafts/?done=thrown-away')
  expect((await cms.ask('provider', 'unpublishedEntry', club)).status).toBe(404)

  const page = (await cms.get('provider', '/drafts/')).body
  expect(page).toContain(
    '“Sunday club”, thrown away by Name of account-provider (provider) on 22 November 2026, midday',
  )
  const at = /name="at" value="(\d+)"/.exec(page)?.[1] ?? ''
  expect((await cms.get('pool', '/drafts/')).body).not.toContain('Sunday club')
  expect((await cms.post('pool', `${here}bring-back/`, { csrf: 'token-of-pool', at })).statusCode).toBe(404)

  cms.setTime('2026-11-22T13:00Z')
  // Not over a draft that somebody has begun since.
  await save('editor', 'club', { ...exampleService, name: 'Monday club' })
  expect((await cms.post('provider', `${here}bring-back/`, { ...own, at })).statusCode).toBe(409)
  await cms.ask('editor', 'deleteUnpublishedEntry', club)

  const back = await cms.post('provider', `${here}bring-back/`, { ...own, at })
  expect(back.headers.location).toBe(`${here}?done=back`)
  expect(cms.git('show', 'cms/services/club:services/club.md')).toBe(text)
  expect((await cms.get('provider', here)).body).toContain('Please hurry.')
  expect((await cms.post('provider', `${here}bring-back/`, { ...own, at })).statusCode).toBe(404)
})

it('forgets after 30 days what was thrown away, with its notes', async () => {
  await save('provider', 'club', { ...exampleService, name: 'Sunday club' })
  await cms.post('provider', here, { csrf: 'token-of-provider', do: 'note', text: 'Please hurry.' })
  await cms.ask('provider', 'deleteUnpublishedEntry', club)
  cms.setTime('2026-12-22T11:00Z')
  await cms.tidy()
  expect((await cms.get('provider', '/drafts/')).body).toContain('Sunday club')
  cms.setTime('2026-12-22T13:00Z')
  await cms.tidy()
  expect((await cms.get('provider', '/drafts/')).body).not.toContain('Sunday club')
  expect(cms.git('for-each-ref', 'refs/cms/thrown-away')).toBe('')
  expect(
    await cms.fresh.database.kysely
      .selectFrom('draft_note' as never)
      .selectAll()
      .execute(),
  ).toEqual([])
})

it('says how far a publication is, to people who may see the page, and editors why it failed', async () => {
  await save('provider', 'club', { ...exampleService, name: 'Sunday club' })
  const seen = /name="seen" value="([^"]+)"/.exec((await cms.get('editor', here)).body)?.[1] ?? ''
  const reply = await cms.post('editor', here, { csrf: 'token-of-editor', do: 'publish', seen })
  const page = String(reply.headers.location)
  const commit = cms.git('rev-parse', 'main')
  const building = { state: 'building', commit, since: 0, next: null, lastTookMs: 42_000 } as const
  cms.showPublication({ ...building, stage: 'checking' }, cms.git('rev-parse', 'main~1'))
  const shown = (await cms.get('editor', page)).body
  expect(shown).toContain('Your change is being put on the site. The last time that took 42 seconds.')
  expect(shown).toMatch(/aria-current="step">Checks that every page is there/)
  expect(shown).toContain('Look again')
  expect((await cms.get('provider', page)).body).toContain('“Sunday club” is published')
  expect((await cms.get('pool', page)).statusCode).toBe(404)
  const asked = `/api/cms/publication?commit=${commit}`
  expect((await cms.get('provider', asked)).json()).toMatchObject({ progress: 'building' })

  cms.showPublication({ state: 'failed', commit, at: 0, reason: 'No room.' }, cms.git('rev-parse', 'main~1'))
  const failed = (await cms.get('editor', page)).body
  expect(failed).toContain('Tell the people who run the site: No room.')
  expect(failed).toContain('<h1>“Sunday club” is not on the site yet</h1>')
  expect(failed).toContain('Look again')
  expect(failed).toContain('a button to try again')
  for (const address of [page, asked]) {
    const forProvider = (await cms.get('provider', address)).body
    expect(forProvider).toContain('The editors at the council are told why.')
    expect(forProvider).not.toContain('No room.')
  }
  expect((await cms.get('editor', '/api/cms/publication')).json()).toEqual({
    state: 'failed',
    failure: 'No room.',
  })
  expect((await cms.get('provider', '/api/cms/publication')).json()).toMatchObject({ failure: null })

  cms.showPublication({ state: 'published', commit, at: 0 }, commit)
  const live = (await cms.get('editor', page)).body
  expect(live).toContain('The site now shows your change.')
  expect(live).toContain('href="/services/club/"')
  expect(live).not.toContain('Look again')
})
