import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { timedRun } from './timed-run.ts'

const here = { cwd: tmpdir(), env: {} }
const holding = `
const { spawnSync } = require('node:child_process')
const held = Buffer.alloc(150 * 2 ** 20, 1)
spawnSync(process.execPath, ['-e', 'const held = Buffer.alloc(150 * 2 ** 20, 1); const end = Date.now() + 700; while (Date.now() < end) held[0]++'])
`

it('says how long a program took and what it and its children held together', async () => {
  const { seconds, processorSeconds, peakMegabytes } = await timedRun([process.execPath, '-e', holding], here)
  expect(seconds).toBeGreaterThan(0.7)
  expect(processorSeconds).toBeGreaterThan(existsSync('/proc/self/stat') ? 0.1 : -1)
  expect(peakMegabytes).toBeGreaterThan(existsSync('/proc/self/stat') ? 300 : -1)
})

it('fails with what the program said last', async () => {
  const failing = timedRun([process.execPath, '-e', 'console.error("no space"); process.exit(3)'], here)
  await expect(failing).rejects.toThrow(/ended with 3:\nno space/)
})
