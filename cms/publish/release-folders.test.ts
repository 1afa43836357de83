import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { createReleaseFolders } from './release-folders.ts'

it('goes back to an earlier release with the commands that are written down, and on with the next one', async () => {
  const releasesDir = mkdtempSync(join(tmpdir(), 'releases-'))
  const folders = createReleaseFolders(releasesDir)
  const publish = async (commit: string, at: number) => {
    const { releaseDir } = await folders.workspace()
    mkdirSync(releaseDir)
    writeFileSync(join(releaseDir, 'page.html'), commit)
    const release = await folders.complete(releaseDir, { commit, program: 'a1' }, at)
    await folders.switchTo(release)
    return basename(release)
  }
  const page = () => readFileSync(join(releasesDir, 'current/page.html'), 'utf8')
  const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string]
  const good = await publish(first, Date.UTC(2026, 10, 23, 9))
  const bad = await publish(second, Date.UTC(2026, 10, 23, 10))

  const [, commands = ''] = /cd var\/releases\n([^`]+)```/.exec(readFileSync('docs/running.md', 'utf8')) ?? []
  const said = execFileSync('sh', ['-ec', commands.replace('RELEASE', good)], {
    cwd: releasesDir,
    encoding: 'utf8',
  })
  expect(said.split('\n')).toEqual([good, bad, bad, ''])
  expect(readlinkSync(join(releasesDir, 'current'))).toBe(good)
  expect(page()).toBe(first)
  expect(folders.current()).toEqual({ name: good, commit: first, program: 'a1' })

  await publish(third, Date.UTC(2026, 10, 23, 11))
  expect(page()).toBe(third)
  rmSync(releasesDir, { recursive: true, force: true })
})
