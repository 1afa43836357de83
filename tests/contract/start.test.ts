import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const repository = path.resolve(import.meta.dirname, '../..')

/** Stands for the server: says how it was started. */
const server = `
const { DEMO = 'unset', NODE_ENV = 'unset' } = process.env
console.log(JSON.stringify({ cwd: process.cwd(), demo: DEMO, environment: NODE_ENV, arguments: process.argv.slice(2) }))
`

/** Stands for npm: notes how it was called, and brings a Node.js as the real one does. */
const npm = `#!/bin/sh
echo "$* $PUPPETEER_SKIP_DOWNLOAD" >> npm-calls.txt
mkdir -p node_modules/.bin && ln -sf ${process.execPath} node_modules/.bin/node
`

describe('scripts/start', () => {
  let root: string
  let programs: string
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'local-offer-start-'))
    programs = path.join(root, 'programs')
    mkdirSync(programs)
    mkdirSync(path.join(root, 'scripts'))
    for (const script of ['start', 'install']) {
      cpSync(path.join(repository, 'scripts', script), path.join(root, 'scripts', script))
    }
    writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }')
    writeFileSync(path.join(root, 'scripts/refuse-start.ts'), '')
    writeFileSync(path.join(root, 'scripts/build-admin.ts'), '')
    writeFileSync(path.join(root, 'scripts/build-preview.ts'), '')
    writeFileSync(path.join(root, 'scripts/serve.ts'), server)
    writeFileSync(path.join(root, 'package-lock.json'), '{}')
    for (const name of ['bash', 'env', 'dirname', 'mkdir', 'ln', 'cat', 'git']) link(name)
    symlinkSync(process.execPath, path.join(programs, 'node'))
    program('npm', npm)
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  function link(name: string): void {
    const file = execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    symlinkSync(file, path.join(programs, name))
  }

  function program(name: string, text: string): void {
    rmSync(path.join(programs, name), { force: true })
    writeFileSync(path.join(programs, name), text)
    chmodSync(path.join(programs, name), 0o755)
  }

  function start(env: Record<string, string> = {}, ...startArguments: string[]) {
    const result = spawnSync(path.join(root, 'scripts/start'), startArguments, {
      cwd: tmpdir(),
      env: { PATH: programs, ...env },
      encoding: 'utf8',
    })
    return { ...result, started: result.stdout.split('\n').find((line) => line.startsWith('{')) }
  }

  const npmCalls = () => {
    const notes = path.join(root, 'npm-calls.txt')
    return existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []
  }

  it('installs what is missing and starts, from any folder', () => {
    const { started, stderr } = start({}, '--once')
    expect(stderr).toBe('')
    expect(JSON.parse(started ?? '')).toEqual({
      cwd: root,
      demo: '1',
      environment: 'unset',
      arguments: ['--once'],
    })
    expect(npmCalls()).toEqual([expect.stringMatching(/^install --no-save .*1$/)])
  })

  it('sets nothing up a second time, and does when package-lock.json changed', () => {
    start()
    const second = start()
    expect(second.stdout.trim()).toBe(second.started)
    expect(npmCalls()).toHaveLength(1)
    writeFileSync(path.join(root, 'package-lock.json'), '{ "changed": true }')
    start()
    expect(npmCalls()).toHaveLength(2)
  })

  it('gives no demonstration sign-ins to a live site, nor where they are turned off', () => {
    expect(JSON.parse(start({ NODE_ENV: 'production' }).started ?? '')).toMatchObject({ demo: 'unset' })
    expect(JSON.parse(start({ DEMO: '0' }).started ?? '')).toMatchObject({ demo: '0' })
  })

  it.each(['git', 'npm'])('says in one sentence that %s is missing', (name) => {
    rmSync(path.join(programs, name))
    const { status, stderr } = start()
    expect(status).toBe(1)
    expect(stderr).toMatch(new RegExp(`^Local Offer needs ${name}.*\\.\\n$`))
  })

  it('says in one sentence that Node.js is too old', () => {
    program('node', '#!/bin/sh\n[ "$1" = --version ] && echo v18.19.0\nexit 1\n')
    const { status, stderr } = start()
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^Local Offer needs Node\.js 20 or newer, and this machine has v18\.19\.0: .*\.\n$/,
    )
  })

  it('builds nothing where it cannot start', () => {
    const sentence = 'Port 8080 is taken by another program.'
    writeFileSync(path.join(root, 'scripts/refuse-start.ts'), `console.error('${sentence}'); process.exit(1)`)
    writeFileSync(path.join(root, 'scripts/build-admin.ts'), `console.error('The CMS is built.')`)
    const { status, stderr, started } = start()
    expect({ status, stderr, started }).toEqual({ status: 1, stderr: `${sentence}\n`, started: undefined })
  })

  it('tries again after an installation that failed', () => {
    program('npm', '#!/bin/sh\necho "no network" >&2\nexit 1\n')
    const failed = start()
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain('The packages could not be installed')
    program('npm', npm)
    expect(start().status).toBe(0)
  })
})
