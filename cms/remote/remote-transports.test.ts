import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ContentRepository, openContentRepository } from '../git/content-repository.ts'
import { mainRef } from '../git/main-branch.ts'
import { createContentCheck } from '../records/content-check.ts'
import { writeSeed } from '../seed.fixture.ts'
import { createContentRemote } from './content-remote.ts'
import { type GitServer, serveOverHttp, serveSilence } from './git-server.fixture.ts'
import { remoteInWords } from './remote-in-words.ts'
import { createRemoteSync, type RemoteSync } from './remote-sync.ts'

/** `100 %`, at signs and colons may stand in a password; none of it may ever be seen. */
const password = 'hush:hush@100%'

let root: string
let repository: ContentRepository
let logged: unknown[]
const started: RemoteSync[] = []

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'remote-'))
  const seedFrom = writeSeed(join(root, 'seed'))
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(root, 'remote.git')])
  mkdirSync(join(root, 'programs'))
  logged = []
  repository = await openContentRepository({
    ...{ gitDir: join(root, 'content.git'), seedFrom },
    // Where a test puts an ssh of its own.
    searchPath: `${join(root, 'programs')}:/usr/local/bin:/usr/bin:/bin`,
  })
})

afterEach(async () => {
  for (const sync of started.splice(0)) await sync.stop()
  await repository.close()
  rmSync(root, { recursive: true, force: true })
})

function syncWith(url: string, limits: { answerMs?: number } = {}): RemoteSync {
  const log = (facts: unknown, words: unknown) => void logged.push(facts, words)
  const sync = createRemoteSync({
    ...{ repository, clock: Date.now, check: createContentCheck(repository), onPublish: () => {} },
    remote: createContentRemote({ git: repository.git, url, ...limits }),
    log: { error: log, warn: log },
  })
  started.push(sync)
  return sync
}

async function inStep(sync: RemoteSync) {
  sync.request()
  await sync.settled()
  return sync.status()
}

/** A new commit on main, as a publication makes one. */
async function publish(text: string): Promise<string> {
  const main = (await repository.refTarget(mainRef)) ?? ''
  const blob = await repository.writeBlob(`---\nid: x\n---\n${text}\n`)
  const author = { role: 'editor', accountId: 'e' }
  const changes = [{ path: 'news/x.md', blob }]
  const commit = await repository.commit({
    parents: [main],
    changes,
    author,
    message: 'News',
    at: Date.now(),
  })
  await repository.updateRefs([{ ref: mainRef, from: main, to: commit }])
  return commit
}

const remoteMain = () =>
  execFileSync('git', ['--git-dir', join(root, 'remote.git'), 'rev-parse', 'main'], {
    encoding: 'utf8',
  }).trim()

describe('a remote repository over http', () => {
  let server: GitServer

  beforeEach(async () => {
    execFileSync('git', ['--git-dir', join(root, 'remote.git'), 'config', 'http.receivepack', 'true'])
    server = await serveOverHttp(root, { name: 'cms', password })
  })
  afterEach(() => server.stop())

  it('takes what is here and gives what is there, and the password is in no list of programs', async () => {
    const sync = syncWith(server.urlFor('cms', password))
    expect(await inStep(sync)).toEqual({ changes: 0, since: null, trouble: null })
    const commit = await publish('Hello.')
    await inStep(sync)
    expect(remoteMain()).toBe(commit)
    const second = await openContentRepository({
      ...{ gitDir: join(root, 'second.git'), seedFrom: join(root, 'seed') },
      startFrom: (git) => createContentRemote({ git, url: server.urlFor('cms', password) }).fetch(),
    })
    expect(await second.refTarget(mainRef)).toBe(commit)
    await second.close()
    const programs = [...server.programs].join('\n')
    expect(programs).toContain('remote-http')
    expect(programs).not.toMatch(/hush|Authorization|Basic /)
    const config = readFileSync(join(root, 'content.git/config'), 'utf8')
    expect(config).not.toMatch(/hush|127\.0\.0\.1/)
  })

  it('says that it does not know us when the password is wrong, and never says the password', async () => {
    const sync = syncWith(server.urlFor('cms', 'wrong-hush'))
    const status = await inStep(sync)
    expect(status.trouble).toMatchObject({ kind: 'sign-in' })
    expect(JSON.stringify([status, logged, remoteInWords(status)])).not.toMatch(/hush|127\.0\.0\.1/)
  })

  it('says that it cannot be reached once it is gone', async () => {
    const url = server.urlFor('cms', password)
    await server.stop()
    const status = await inStep(syncWith(url))
    expect(status).toMatchObject({ changes: 1, trouble: { kind: 'unreachable' } })
    expect(JSON.stringify([status, logged])).not.toMatch(/hush|127\.0\.0\.1/)
    server = await serveOverHttp(root, { name: 'cms', password })
  })
})

/** Stands where `ssh` would: writes down what it was asked, and what of our environment it was given. */
function putSsh(script: string): void {
  const file = join(root, 'programs/ssh')
  writeFileSync(
    file,
    `#!/bin/sh\nenv > ${root}/ssh-environment\necho "$@" > ${root}/ssh-arguments\n${script}\n`,
  )
  chmodSync(file, 0o755)
}

describe('a remote repository over ssh', () => {
  // What Git asks the other side to run comes last: it is run here.
  const runHere = 'for last; do :; done\nexec sh -c "$last"'
  const url = () => `ssh://git@content.example.org${join(root, 'remote.git')}`

  it('goes there with a key alone, and hands on nothing of ours but where programs are', async () => {
    putSsh(runHere)
    const sync = syncWith(url())
    expect(await inStep(sync)).toEqual({ changes: 0, since: null, trouble: null })
    const commit = await publish('Hello.')
    await inStep(sync)
    expect(remoteMain()).toBe(commit)
    expect(readFileSync(join(root, 'ssh-arguments'), 'utf8')).toMatch(
      /^-oBatchMode=yes -oConnectTimeout=15 .*git@content\.example\.org git-(?:upload|receive)-pack/,
    )
    const given = readFileSync(join(root, 'ssh-environment'), 'utf8').split('\n')
    const names = given.map((line) => line.split('=')[0] ?? '').filter(Boolean)
    const own = names.filter((name) => !/^(?:GIT_|PATH$|LC_ALL$|PWD$|OLDPWD$|SHLVL$|_$)/.test(name))
    expect(own).toEqual([])
  })

  it.each([
    ['git@content.example.org: Permission denied (publickey).', 'does not know the CMS'],
    ['Host key verification failed.', 'known_hosts'],
  ])('says what is missing: %s', async (said, sentence) => {
    putSsh(`echo '${said}' >&2\nexit 255`)
    const { trouble } = await inStep(syncWith(url()))
    expect(trouble).toMatchObject({ kind: 'sign-in', sentence: expect.stringContaining(sentence) })
    expect(JSON.stringify([trouble, logged])).not.toContain('example.org')
  })
})

describe('a remote repository that takes the connection and never answers', () => {
  let silence: Awaited<ReturnType<typeof serveSilence>>

  beforeEach(async () => {
    silence = await serveSilence()
  })
  afterEach(() => silence.stop())

  const addresses = {
    http: () => `http://cms:hush@127.0.0.1:${silence.port}/content.git`,
    git: () => `git://127.0.0.1:${silence.port}/content.git`,
    // It holds on to its own end, also when Git is gone.
    ssh() {
      putSsh(`trap '' HUP\nexec bash -c 'exec 3<>/dev/tcp/127.0.0.1/${silence.port}; cat <&3'`)
      return 'ssh://git@content.example.org/content.git'
    },
  }

  it.each(['http', 'git', 'ssh'] as const)(
    'holds up neither a save nor the end of the program (%s)',
    async (kind) => {
      const sync = syncWith(addresses[kind]())
      sync.request()
      await silence.connected
      // It is on the line, and people save.
      expect(await repository.refTarget(mainRef)).not.toBe(await publish('Hello.'))
      expect(await sync.status()).toMatchObject({ changes: 2, trouble: null })
      await sync.stop()
      expect(logged).toEqual([])
    },
  )

  it.each(['http', 'ssh'] as const)('is given up, and said to be out of reach (%s)', async (kind) => {
    const { trouble } = await inStep(syncWith(addresses[kind](), { answerMs: 300 }))
    expect(trouble).toMatchObject({ kind: 'unreachable' })
  })
})
