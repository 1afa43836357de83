import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, saving, startCms } from '../../running-cms.fixture.ts'
import { formAt, hiddenIn, openedClub, saveClub } from './choice.fixture.ts'

let cms: RunningCms
beforeEach(async () => {
  cms = await startCms()
})
afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const here = '/drafts/services/club/choose/'
const draftText = () => cms.git('show', 'cms/services/club:services/club.md')
const keptRefs = () => cms.git('for-each-ref', '--format=%(refname)', 'refs/cms/kept', 'refs/cms/kept-from')

/** The provider was first; the editor's change of the same name, and of another field, is kept. */
async function quarrel(mine: object = { name: 'Sunday club', kind: 'Group' }): Promise<string> {
  const version = await openedClub(cms)
  await saveClub(cms, 'provider', { name: 'Friday club', contact: { telephone: '01632 960 099' } }, version)
  const { body } = await saveClub(cms, 'editor', mine, version)
  return z.object({ address: z.string() }).parse(body).address
}

describe('the choice between two drafts of one page', () => {
  it('shows both values, whose they are, and what is kept without a question; nothing is chosen yet', async () => {
    const { body, statusCode } = await cms.get('editor', await quarrel())
    expect(statusCode).toBe(200)
    expect(body).toContain('Choose what stands in “Friday club”')
    expect(body).toMatch(/Name of account-provider saved this page on \d/)
    expect(body).toMatch(/Keep what Name of account-provider wrote<\/label>[\s\S]*?<p>Friday club<\/p>/)
    expect(body).toMatch(/Use mine<\/label>[\s\S]*?<p>Sunday club<\/p>/)
    expect(body).toContain('Before: Saturday club')
    expect(body).not.toContain(' checked')
    expect(body).toMatch(/Also from what you wrote[\s\S]*Kind of service/)
    expect(body).toMatch(/Also from what Name of account-provider wrote[\s\S]*01632 960 099/)
  })

  it.each([
    ['mine', 'Sunday club'],
    ['there', 'Friday club'],
  ])('saves what was chosen (%s) with all that needed no choice, on both changes', async (side, name) => {
    const address = await quarrel()
    const form = { ...(await formAt(cms, 'editor', address)), do: 'choose', 'choice-name': side }
    const kept = cms.git('rev-parse', `refs/cms/kept/account-editor/services/club/${address.slice(-40)}`)
    const before = cms.git('rev-parse', 'cms/services/club')
    const done = await cms.post('editor', here, form)
    expect(done.headers.location).toBe(`${here}?done=saved`)
    expect(draftText()).toMatch(new RegExp(`name: ${name}[\\s\\S]*kind: Group[\\s\\S]*01632 960 099`))
    expect(cms.git('log', '-1', '--format=%P', 'cms/services/club')).toBe(`${before} ${kept}`)
    expect(keptRefs()).toBe('')
    expect((await cms.get('editor', `${here}?done=saved`)).body).toContain('Your choice is saved')
    expect((await cms.post('editor', here, form)).statusCode).toBe(404)
    expect(cms.deeds.at(-1)).toMatchObject({ action: 'choose', subject: 'services/club' })
  })

  it('asks for an answer that is missing, and keeps those that were given', async () => {
    const address = await quarrel({ name: 'Sunday club', contact: { telephone: '01632 960 001' } })
    const form = { ...(await formAt(cms, 'editor', address)), do: 'choose', 'choice-name': 'mine' }
    const { statusCode, body } = await cms.post('editor', here, form)
    expect(statusCode).toBe(422)
    expect(body).toContain('<title>Error: ')
    expect(body).toContain(
      '<a href="#choice-contact.telephone">Choose what stands in “Contact › Telephone”.</a>',
    )
    expect(body).toMatch(/id="choice-name-mine" value="mine"[^>]* checked/)
    expect(keptRefs()).not.toBe('')
  })

  it('is shown again as it stands when somebody changed it once more, with what was chosen', async () => {
    const address = await quarrel()
    const form = { ...(await formAt(cms, 'editor', address)), do: 'choose', 'choice-name': 'mine' }
    const { body: draft } = await cms.ask('editor', 'unpublishedEntry', club)
    const { version } = z.object({ version: z.string() }).parse(draft)
    await saveClub(cms, 'provider', { name: 'Tuesday club' }, version)
    const before = draftText()
    const { statusCode, body } = await cms.post('editor', here, form)
    expect(statusCode).toBe(409)
    expect(body).toContain('Somebody changed this once more')
    expect(body).toContain('<p>Tuesday club</p>')
    expect(body).toMatch(/id="choice-name-mine" value="mine"[^>]* checked/)
    expect(draftText()).toBe(before)
    const again = { ...hiddenIn(body), do: 'choose', 'choice-name': 'mine' }
    expect((await cms.post('editor', here, again)).statusCode).toBe(303)
    expect(draftText()).toContain('name: Sunday club')
  })

  it('is not made when the sign-in had ended, and what was chosen is still chosen', async () => {
    const form = { ...(await formAt(cms, 'editor', await quarrel())), do: 'choose', 'choice-name': 'mine' }
    const ended = await cms.post('nobody', here, form)
    expect(ended.statusCode).toBe(401)
    expect(hiddenIn(ended.body)).toMatchObject(form)
    const back = await cms.post('editor', here, { ...form, csrf: 'of the old session' })
    expect(back.statusCode).toBe(403)
    expect(back.body).toMatch(/id="choice-name-mine" value="mine"[^>]* checked/)
    expect(draftText()).toContain('name: Friday club')
  })

  it('can end in throwing away one’s own, after one more question', async () => {
    const form = await formAt(cms, 'editor', await quarrel())
    const asked = await cms.post('editor', here, { ...form, do: 'drop' })
    expect(asked.body).toContain('Throw away what you wrote?')
    expect(keptRefs()).not.toBe('')
    const gone = await cms.post('editor', here, { ...hiddenIn(asked.body), do: 'drop-now' })
    expect(gone.headers.location).toBe(`${here}?done=thrown-away`)
    expect(keptRefs()).toBe('')
    expect(draftText()).toContain('name: Friday club')
  })

  it('is made even when the draft was published meanwhile', async () => {
    const address = await quarrel()
    await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
    expect((await cms.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
    const form = { ...(await formAt(cms, 'editor', address)), do: 'choose', 'choice-name': 'mine' }
    expect((await cms.post('editor', here, form)).statusCode).toBe(303)
    expect(draftText()).toMatch(/name: Sunday club[\s\S]*01632 960 099/)
  })

  it('asks about every difference where the two do not fit together, and says what does not go', async () => {
    const version = await openedClub(cms)
    await saveClub(cms, 'provider', { whoFor: { youngest: 10 } }, version)
    await saveClub(cms, 'editor', { whoFor: { oldest: 5 } }, version)
    const form = await formAt(cms, 'editor', here)
    const both = { ...form, do: 'choose', 'choice-whoFor.youngest': 'there', 'choice-whoFor.oldest': 'mine' }
    const { statusCode, body } = await cms.post('editor', here, both)
    expect(statusCode).toBe(422)
    expect(body).toContain('This does not go together.')
    expect((await cms.post('editor', here, { ...both, 'choice-whoFor.youngest': 'mine' })).statusCode).toBe(
      303,
    )
    expect(draftText()).toContain('oldest: 5')
    expect(draftText()).not.toContain('youngest')
  })

  it('shows what was written as text and never as markup', async () => {
    const page = await cms.get('editor', await quarrel({ name: '<script>alert(1)</script>' }))
    expect(page.body).not.toContain('<script>alert')
    expect(page.body).toContain('&lt;script&gt;alert')
  })
})

describe('what somebody wrote and could not save', () => {
  it('is read by themselves and by editors of the page, and by nobody else', async () => {
    const version = await openedClub(cms)
    await saveClub(cms, 'editor', { name: 'Friday club' }, version)
    await saveClub(cms, 'provider', { name: 'Sunday club' }, version)
    expect((await cms.get('provider', here)).statusCode).toBe(200)
    const asEditor = await cms.get('editor', `${here}?of=account-provider`)
    expect(asEditor.body).toContain('Use what Name of account-provider wrote')
    for (const person of ['pool', 'navigator'])
      for (const address of [here, `${here}?of=account-provider`])
        expect([403, 404]).toContain((await cms.get(person, address)).statusCode)
    expect((await cms.get('nobody', here)).statusCode).toBe(303)
    expect((await cms.get('provider', `${here}?of=account-editor`)).statusCode).toBe(404)
    for (const trick of ['../account-provider', 'account-provider/services', 'x*'])
      expect((await cms.get('pool', `${here}?of=${encodeURIComponent(trick)}`)).statusCode).toBe(404)
  })

  it('stands at the head of the list of drafts, for themselves and for editors', async () => {
    const version = await openedClub(cms)
    await saveClub(cms, 'editor', { name: 'Friday club' }, version)
    await saveClub(cms, 'provider', { name: 'Sunday club' }, version)
    const own = (await cms.get('provider', '/drafts/')).body
    const [, link = ''] = /href="([^"]+)">Choose what stands in “Sunday club”/.exec(own) ?? []
    expect(own).toContain('Written by you on')
    expect((await cms.get('provider', link)).statusCode).toBe(200)
    const asEditor = (await cms.get('editor', '/drafts/')).body
    expect(asEditor).toContain('Written by Name of account-provider (provider) on')
    expect(asEditor).toContain('of=account-provider&amp;kept=')
    expect((await cms.get('pool', '/drafts/')).body).not.toContain('Sunday club')
  })

  it('is not chosen by a form of another site, nor by somebody else', async () => {
    const form = { ...(await formAt(cms, 'editor', await quarrel())), do: 'choose', 'choice-name': 'mine' }
    const foreign = await cms.post('editor', here, form, { origin: 'https://evil.example' })
    expect(foreign.statusCode).toBe(403)
    const csrf = { csrf: 'token-of-pool' }
    expect((await cms.post('pool', here, { ...form, ...csrf })).statusCode).toBe(404)
    const asProvider = { ...form, csrf: 'token-of-provider', of: 'account-editor' }
    expect((await cms.post('provider', here, asProvider)).statusCode).toBe(404)
    expect(draftText()).toContain('name: Friday club')
  })

  it('under a name that is taken gets another name', async () => {
    const { id: _, ...typed } = exampleService
    const adding = saving('quiet-swim', { ...typed, name: 'Our quiet swim' }, { newEntry: true })
    await cms.ask('provider', 'persistEntry', adding)
    const address = '/drafts/services/quiet-swim/choose/'
    const { body } = await cms.get('provider', address)
    expect(body).toContain('Find another name for “Our quiet swim”')
    expect(body).toContain('value="quiet-swim-2"')
    const form = { ...hiddenIn(body), do: 'choose' }
    for (const slug of ['quiet-swim', '../x', '']) {
      const again = await cms.post('provider', address, { ...form, slug })
      expect(again.statusCode).toBe(422)
      expect(again.body).toContain('href="#slug"')
    }
    const done = await cms.post('provider', address, { ...form, slug: 'our-quiet-swim' })
    expect(done.headers.location).toBe('/drafts/services/our-quiet-swim/choose/?done=saved')
    expect(cms.git('show', 'cms/services/our-quiet-swim:services/our-quiet-swim.md')).toContain(
      'Our quiet swim',
    )
    expect(keptRefs()).toBe('')
  })

  it('on a page that was removed brings it back as a draft, as the page that it was', async () => {
    const version = await openedClub(cms)
    await cms.ask('editor', 'deleteFiles', { paths: ['services/club.md'] })
    await saveClub(cms, 'provider', { name: 'Sunday club' }, version)
    const form = { ...(await formAt(cms, 'provider', here)), do: 'choose' }
    expect((await cms.post('provider', here, form)).statusCode).toBe(303)
    expect(draftText()).toContain(`id: ${exampleService.id}\nname: Sunday club`)
  })
})

it('gives an organisation to no directorate that it was taken from meanwhile', async () => {
  const path = 'providers/club.md'
  const options = { collectionName: 'providers', newEntry: false, useWorkflow: true }
  const save = (person: string, from: string, to: string, more = {}) => {
    const raw = cms.git('show', `main:${path}`).replace(from, to)
    return cms.ask(person, 'persistEntry', {
      dataFiles: [{ path, slug: 'club', raw }],
      assets: [],
      options,
      ...more,
    })
  }
  // Nobody knows what their form was opened with, so all in which the two differ is asked about.
  const { body } = await save('provider', 'Runs the club.', 'Mine.', { openedVersion: '1'.repeat(40) })
  const { address } = z.object({ address: z.string() }).parse(body)
  await save('editor', 'directorate: schools', 'directorate: leisure')
  const place = { collection: 'providers', slug: 'club' }
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...place, newStatus: 'pending_publish' })
  await cms.ask('editor', 'publishUnpublishedEntry', place)

  const mine = { 'choice-description': 'mine', 'choice-directorate': 'mine' }
  const form = { ...(await formAt(cms, 'provider', address)), do: 'choose', ...mine }
  const done = await cms.post('provider', '/drafts/providers/club/choose/', form)
  expect(done.statusCode).toBe(403)
  expect(done.body).toContain(
    'Which directorate looks after an organisation is for an editor of the whole area',
  )
  expect(keptRefs()).not.toBe('')
  const theirs = await cms.post('provider', '/drafts/providers/club/choose/', {
    ...form,
    'choice-directorate': 'there',
  })
  expect(theirs.statusCode).toBe(303)
})
