import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { runBuild } from './run-build.ts'

const places = { contentDir: tmpdir(), releaseDir: tmpdir() }
const running = (script: string) => ({
  command: [process.execPath, '-e', script],
  ...{ cwd: tmpdir(), path: '', home: tmpdir() },
})

it('says why a build ended badly in its last words, without colours and frames', async () => {
  const written =
    '\\u001b[31m│  ╰────── Module not found.\\u001b[39m\\n│\\n────╯\\n\\n  Location: here\\nat async render (file:///app/site.mjs:1:2)\\nat file:///app/site.mjs:3:4\\n'
  const build = running(`process.stderr.write("${written}"); process.exitCode = 1`)
  await expect(runBuild(build, places, new AbortController().signal)).rejects.toThrow(
    /^Module not found\.\nLocation: here$/,
  )
})

it('says that a build was stopped from outside, and not what it wrote while all was well', async () => {
  const build = running(
    `process.stdout.write("Building page 1\\n", () => process.kill(process.pid, 'SIGKILL'))`,
  )
  await expect(runBuild(build, places, new AbortController().signal)).rejects.toThrow(
    /^The build was stopped from outside \(SIGKILL\)/,
  )
})

it('says an error once, and nothing of what the build wrote before it', async () => {
  const written = [
    '04:35:23 [build] Collecting build info...',
    '04:35:33 [ERROR] [check-content] A hook failed',
    'The content cannot be published:',
    'services/swim.md: name: is missing.',
    'services/swim.md: name: is missing.',
    'Stack trace:',
  ].join('\\n')
  const build = running(`process.stderr.write("${written}"); process.exitCode = 1`)
  await expect(runBuild(build, places, new AbortController().signal)).rejects.toThrow(
    /^\[check-content\] A hook failed\nThe content cannot be published:\nservices\/swim\.md: name: is missing\.$/,
  )
})
