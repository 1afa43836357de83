import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { runBuild } from './run-build.ts'

it('says why a build ended badly in its last words, without colours and frames', async () => {
  const written =
    '\\u001b[31m│  ╰────── Module not found.\\u001b[39m\\n│\\n────╯\\n\\n  Location: here\\nat async render (file:///app/site.mjs:1:2)\\nat file:///app/site.mjs:3:4\\n'
  const build = {
    command: [process.execPath, '-e', `process.stderr.write("${written}"); process.exitCode = 1`],
    ...{ cwd: tmpdir(), path: '', home: tmpdir() },
  }
  const places = { contentDir: tmpdir(), releaseDir: tmpdir() }
  await expect(runBuild(build, places, new AbortController().signal)).rejects.toThrow(
    /^Module not found\.\nLocation: here$/,
  )
})
