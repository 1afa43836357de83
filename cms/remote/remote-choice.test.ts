import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { mainRef } from '../git/main-branch.ts'
import { contentRemotePath } from '../page-addresses.ts'
import { type RunningCms, recordText, saving, startCms } from '../running-cms.fixture.ts'

let folder: string
let cms: RunningCms

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remote-choice-'))
  mkdirSync(join(folder, 'checkout'))
  const remote = join(folder, 'remote.git')
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote])
  cms = await startCms({ remoteUrl: `file://${remote}` })
  await inStep()
})

afterEach(async () => {
  await cms.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function inStep(): Promise<void> {
  cms.remote?.request()
  await cms.remote?.settled()
}

const club = { collection: 'services', slug: 'club' }
const atRemote = (...args: string[]) =>
  execFileSync('git', ['--git-dir', join(folder, 'remote.git'), ...args], { encoding: 'utf8' }).trim()

/** Somebody pushes another name to the remote while an editor publishes one here. */
async function changeBoth(): Promise<void> {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', join(folder, 'checkout'), ...args], { stdio: 'pipe' })
  git('clone', '--quiet', join(folder, 'remote.git'), '.')
  const there = recordText({ ...exampleService, name: 'Sunday club' }, 'Come and play.\n')
  writeFileSync(join(folder, 'checkout/services/club.md'), there)
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '--all', '--message', 'x')
  git('push', '--quiet')
  await cms.ask('editor', 'persistEntry', saving('club', { ...exampleService, name: 'Monday club' }))
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
  await cms.ask('editor', 'publishUnpublishedEntry', club)
  await inStep()
}

function fieldsOf(page: string): Record<string, string> {
  const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
}

it('shows an editor both versions, keeps both until one is chosen, and brings the choice to both sides', async () => {
  await changeBoth()
  const words = await cms.get('editor', '/api/cms/remote')
  expect(words.json()).toMatchObject({ words: expect.stringMatching(/^1 change is not at the remote/) })
  const { body } = await cms.get('editor', contentRemotePath)
  expect(body).toContain('Sunday club')
  expect(body).toContain('Monday club')
  const sent = await cms.post('editor', contentRemotePath, {
    ...fieldsOf(body),
    'side:services/club.md': 'there',
  })
  expect(sent.statusCode).toBe(303)
  await inStep()
  expect(cms.git('show', 'main:services/club.md')).toContain('Sunday club')
  expect(atRemote('rev-parse', 'main')).toBe(cms.git('rev-parse', 'main'))
  expect(cms.git('log', '--format=%s', 'main')).toContain('Publish services/club')
  expect(cms.published.at(-1)).toBe(cms.git('rev-parse', 'main'))
  expect((await cms.get('editor', '/api/cms/remote')).json()).toMatchObject({ words: null })
})

it('takes no choice that was made before somebody changed more', async () => {
  await changeBoth()
  const { body } = await cms.get('editor', contentRemotePath)
  const main = (await cms.repository.refTarget(mainRef)) ?? ''
  const words = { author: { role: 'editor', accountId: 'e' }, message: 'More', at: 0 }
  const to = await cms.repository.commit({ parents: [main], changes: [], ...words })
  await cms.repository.updateRefs([{ ref: mainRef, from: main, to }])
  const late = await cms.post('editor', contentRemotePath, {
    ...fieldsOf(body),
    'side:services/club.md': 'here',
  })
  expect(late.statusCode).toBe(409)
  expect(cms.git('rev-parse', 'main')).toBe(to)
})

it('is for editors alone, and from our own page alone', async () => {
  await changeBoth()
  const { body } = await cms.get('editor', contentRemotePath)
  const fields = { ...fieldsOf(body), 'side:services/club.md': 'there' }
  const csrf = 'token-of-provider'
  expect((await cms.get('provider', contentRemotePath)).statusCode).toBe(403)
  expect((await cms.get('nobody', contentRemotePath)).statusCode).toBe(303)
  expect((await cms.get('provider', '/api/cms/remote')).json()).toMatchObject({ words: null })
  expect((await cms.post('provider', contentRemotePath, { ...fields, csrf })).statusCode).toBe(403)
  expect((await cms.post('editor', contentRemotePath, { ...fields, csrf })).statusCode).toBe(403)
  const nothing = await cms.post('editor', contentRemotePath, fieldsOf(body))
  expect(nothing.statusCode).toBe(422)
})
