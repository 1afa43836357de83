import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleGuide, exampleService } from '#records/example-content.fixture.ts'
import { mainRef } from '../git/main-branch.ts'
import { poolService, type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms

beforeAll(async () => {
  const root = join(import.meta.dirname, '../..')
  execFileSync(process.execPath, [join(root, 'scripts/build-preview.ts')], { cwd: root })
  cms = await startCms()
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
})
afterAll(() => cms.stop())

const ofClub = '/drafts/services/club/preview/'

describe('the page of a draft', () => {
  it('is the page of the site, with what the draft changes, marked as not on the site yet', async () => {
    const { statusCode, body } = await cms.get('provider', ofClub)
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>Sunday club</h1>')
    expect(body).toContain('This is how the page will look. It is not on the site yet.')
    expect(body).toContain('<a href="/drafts/services/club/" target="_self">Go back to the draft</a>')
    expect(body).toContain('Come and play.')
    expect(body).toContain('It went wrong')
  })

  it('has what somebody else published of other fields meanwhile, as publishing the draft would', async () => {
    const before = cms.git('show', 'main:services/club.md')
    const blob = await cms.repository.writeBlob(before.replace('Games and crafts', 'Chess and crafts'))
    const main = cms.git('rev-parse', 'main')
    const commit = await cms.repository.commit({
      ...{ parents: [main], changes: [{ path: 'services/club.md', blob }] },
      ...{ author: { role: 'editor', accountId: 'e' }, message: 'Change services/club', at: 0 },
    })
    await cms.repository.updateRefs([{ ref: mainRef, from: main, to: commit }])
    const { body } = await cms.get('provider', ofClub)
    expect(body).toContain('<h1>Sunday club</h1>')
    expect(body).toContain('Chess and crafts')
  })

  it('is shown to nobody who may not open the draft, and to them it is not there', async () => {
    expect((await cms.get('editor', ofClub)).statusCode).toBe(200)
    expect((await cms.get('nobody', ofClub)).headers.location).toBe(
      `/sign-in/?${new URLSearchParams({ next: ofClub })}`,
    )
    const foreign = await cms.get('pool', ofClub)
    const absent = await cms.get('pool', '/drafts/services/nothing/preview/')
    expect([foreign.statusCode, absent.statusCode]).toEqual([404, 404])
    expect(foreign.body).toBe(absent.body)
    expect((await cms.get('editor', '/drafts/services/quiet-swim/preview/')).statusCode).toBe(404)
    expect((await cms.get('editor', '/drafts/services/..%2f..%2farea/preview/')).statusCode).toBe(400)
  })

  it('is kept by no browser and found by no search engine, and nothing in it can run', async () => {
    const { headers, body } = await cms.get('provider', ofClub)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    ])
    expect(body).not.toMatch(/<script/i)
  })

  it('stands among what is published now', async () => {
    const swim = { ...poolService, provider: exampleService.provider, name: 'Loud swim' }
    await cms.ask('editor', 'persistEntry', saving('loud-swim', { ...swim, id: undefined }))
    const draft = { collection: 'services', slug: 'loud-swim' }
    await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...draft, newStatus: 'pending_publish' })
    expect((await cms.get('provider', ofClub)).body).not.toContain('Loud swim')
    await cms.ask('editor', 'publishUnpublishedEntry', draft)
    expect((await cms.get('provider', ofClub)).body).toContain('Loud swim')
  })
})

describe('the page of what is being typed', () => {
  it('shows the form as it is, and stores nothing', async () => {
    const before = cms.git('for-each-ref')
    const { status, body } = await preview('provider', 'services', 'club', {
      ...exampleService,
      name: 'Monday club',
      body: 'Bring **a towel**.',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ kind: 'drawn', missing: [] })
    expect(body.html).toContain('<h1>Monday club</h1>')
    expect(body.html).toContain('<strong>a towel</strong>')
    expect(cms.git('for-each-ref')).toBe(before)
  })

  it('shows a new page as far as it goes, and says what is missing', async () => {
    const { body } = await preview('provider', 'services', '', {
      name: 'A new club',
      categories: ['nonsense'],
    })
    expect(body.kind).toBe('drawn')
    expect(body.html).toContain('<h1>A new club</h1>')
    expect(body.missing).toContain('Summary: write some text.')
  })

  it('is for those who may save it, from our own page', async () => {
    const typed = ['services', 'club', exampleService] as const
    expect((await preview('pool', ...typed)).status).toBe(403)
    expect((await preview('nobody', ...typed)).status).toBe(401)
    expect((await preview('provider', ...typed, { 'x-csrf-token': 'guessed' })).status).toBe(403)
    expect((await preview('provider', ...typed, { origin: 'https://example.org' })).status).toBe(403)
    expect((await preview('pool', 'services', '', { ...exampleService })).status).toBe(403)
    expect((await preview('provider', 'guides', 'first', exampleGuide)).status).toBe(403)
    expect((await preview('editor', 'services', '../../area', exampleService)).status).toBe(400)
  })

  it('runs nothing that somebody types', async () => {
    const { body } = await preview('provider', 'services', 'club', {
      ...exampleService,
      name: '<script>alert(1)</script>',
      contact: { website: 'javascript:alert(1)' },
      body: '<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n[here](javascript:alert(1))',
    })
    expect(body.html).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>')
    expect(body.html).not.toMatch(/<script|<img src=x|href="javascript/i)
    expect(body.missing).toContain('HTML is not allowed. Use Markdown.')
  })

  it.each([
    '{process.exit(1)}',
    '{(() => { throw new Error("evaluated") })()}',
    'import fs from "node:fs"\n\nexport const here = fs.readdirSync("/")',
    '<Callout title={process.exit(1)}>Words</Callout>',
    '<Callout {...process.exit(1)}>Words</Callout>',
    '<script>{process.exit(1)}</script>',
    '<Fragment set:html="<script>alert(1)</script>" />',
    '{',
  ])('never makes a program of a guide: %s', async (text) => {
    const { body } = await preview('editor', 'guides', 'first', {
      ...exampleGuide,
      body: `Before.\n\n${text}\n\nAfter.`,
    })
    expect(body.kind).toBe('drawn')
    expect(body.html).toContain('Before.')
    expect(body.html).not.toMatch(/<script/i)
    expect(body.missing).not.toEqual([])
  })

  it('draws the components of a guide', async () => {
    const { body } = await preview('editor', 'guides', 'first', {
      ...exampleGuide,
      body: '## A part\n\n<Callout title="Good to know">\n\nIt is **free**.\n\n</Callout>',
    })
    expect(body.html).toContain('<p class="notice__title">Good to know</p>')
    expect(body.html).toContain('It is <strong>free</strong>.')
    expect(body.html).toContain('<h2 id="a-part">A part</h2>')
  })

  it('shows a service before anybody was chosen to run it', async () => {
    const { body } = await preview('editor', 'services', '', { name: 'A new club' })
    expect(body.html).toContain('Run by (nobody chosen yet).')
  })

  it('says so where it is longer than a page may be', async () => {
    const { status, body } = await preview('provider', 'services', 'club', {
      ...exampleService,
      body: 'word '.repeat(13_000),
    })
    expect([status, body.kind]).toEqual([200, 'failed'])
    expect(body.missing).toEqual(['it is too long. Use 60,000 characters or fewer.'])
    const tooMuch = await preview('provider', 'services', 'club', { body: 'word '.repeat(50_000) })
    expect(tooMuch.status).toBe(413)
  })

  it('reads no fields without end', async () => {
    const times = Array.from({ length: 6_000 }, () => ({ opens: '09:00' }))
    const many = await preview('provider', 'services', 'club', { ...exampleService, when: { times } })
    expect(many).toEqual({ status: 422, body: { error: 'There are too many fields.' } })
    const inside = JSON.parse(`${'['.repeat(900)}${']'.repeat(900)}`)
    const deep = await preview('provider', 'services', 'club', { ...exampleService, name: inside })
    expect(deep).toEqual({ status: 422, body: { error: 'Too many fields stand inside each other.' } })
  })

  it('draws no table that a few marks make endless', async () => {
    const table = `${'|a'.repeat(1_000)}|\n${'|-'.repeat(1_000)}|\n${'|\n'.repeat(10_000)}`
    const { status, body } = await preview('editor', 'guides', 'first', { ...exampleGuide, body: table })
    expect([status, body.kind]).toEqual([200, 'failed'])
  })

  it('says so where there is no page', async () => {
    const { body } = await preview('editor', 'providers', '', { name: 'A provider' })
    expect(body).toMatchObject({ kind: 'no-page', html: '' })
  })
})

async function preview(person: string, collection: string, slug: string, values: object, headers = {}) {
  const reply = await cms.app.inject({
    method: 'POST',
    url: '/api/cms/preview',
    headers: {
      ...{ cookie: `person=${person}`, origin: 'http://localhost:8080' },
      ...{ 'x-csrf-token': `token-of-${person}`, ...headers },
    },
    payload: { collection, slug, values },
  })
  return { status: reply.statusCode, body: reply.json() }
}
