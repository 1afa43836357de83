import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, recordText, startCms } from '../../running-cms.fixture.ts'
import { formAt, hiddenIn, openedClub, saveClub } from './choice.fixture.ts'

let cms: RunningCms
beforeEach(async () => {
  cms = await startCms()
})
afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const here = '/drafts/services/club/choose/'
async function publishOther(fields: object | null) {
  const parent = cms.git('rev-parse', 'main')
  const text = fields && recordText({ ...exampleService, ...fields }, 'Come and play.\n')
  const blob = text === null ? null : await cms.repository.writeBlob(text)
  const changes = [{ path: 'services/club.md', blob }]
  const author = { role: 'editor', accountId: 'account-editor' }
  const to = await cms.repository.commit({
    parents: [parent],
    changes,
    author,
    message: 'Publish other',
    at: 0,
  })
  await cms.repository.updateRefs([{ ref: 'refs/heads/main', from: parent, to }])
}

describe('a draft on a page that was changed meanwhile', () => {
  async function makeReady(fields: object) {
    await saveClub(cms, 'editor', fields, await openedClub(cms))
    await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
  }

  it('is published with both changes where they are in different fields', async () => {
    await makeReady({ name: 'Sunday club' })
    await publishOther({ summary: 'Games for everybody.', contact: { telephone: '01632 960 099' } })
    expect((await cms.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
    const text = cms.git('show', 'main:services/club.md')
    expect(text).toMatch(/name: Sunday club[\s\S]*Games for everybody[\s\S]*01632 960 099/)
  })

  it('ends in a choice where they are in the same field, and is published after it', async () => {
    await makeReady({ name: 'Sunday club', kind: 'Group' })
    await publishOther({ name: 'Friday club', contact: { telephone: '01632 960 099' } })
    expect(await cms.ask('editor', 'publishUnpublishedEntry', club)).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('“Name”'), address: here },
    })
    const { body } = await cms.get('editor', here)
    expect(body).toContain('Keep what is on the site now')
    expect(body).toContain('Use the draft')
    const form = { ...hiddenIn(body), do: 'choose', 'choice-name': 'mine' }
    expect((await cms.post('editor', here, form)).statusCode).toBe(303)
    expect((await cms.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
    const text = cms.git('show', 'main:services/club.md')
    expect(text).toMatch(/name: Sunday club[\s\S]*kind: Group[\s\S]*01632 960 099/)
    expect(cms.git('fsck', '--strict', '--no-dangling')).toBe('')
  })

  it('that was removed comes back only when somebody says so, or the draft goes', async () => {
    await makeReady({ name: 'Sunday club' })
    await publishOther(null)
    const form = await formAt(cms, 'editor', here)
    expect((await cms.post('editor', here, { ...form, do: 'choose' })).statusCode).toBe(303)
    expect((await cms.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
    expect(cms.git('show', 'main:services/club.md')).toContain('name: Sunday club')
  })

  it('can be thrown away from the choice', async () => {
    await makeReady({ name: 'Sunday club' })
    await publishOther({ name: 'Friday club' })
    const form = { ...(await formAt(cms, 'editor', here)), do: 'drop-now' }
    expect((await cms.post('editor', here, form)).statusCode).toBe(303)
    expect((await cms.ask('editor', 'unpublishedEntry', club)).status).toBe(404)
    expect(cms.git('show', 'main:services/club.md')).toContain('name: Friday club')
  })
})
