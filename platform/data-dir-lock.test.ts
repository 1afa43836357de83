import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDataDir } from './data-dir-lock.ts'
import { OperatorError } from './operator-error.ts'

describe('the folder that an installation writes to', () => {
  let parent: string
  let folder: string
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'lock-'))
    folder = join(parent, 'var')
  })
  afterEach(() => rmSync(parent, { recursive: true }))

  it('belongs to one running program', () => {
    const unlock = lockDataDir(folder)
    expect(() => lockDataDir(folder)).toThrow(OperatorError)
    expect(() => lockDataDir(folder)).toThrow(
      `Another Local Offer that is running writes to ${folder}. Stop it, or set DATA_DIR to another folder.`,
    )
    unlock()
    lockDataDir(folder)()
  })

  it('can be opened by nobody else on the machine', () => {
    lockDataDir(folder)()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('is free again when the program was killed', async () => {
    const program = `import { lockDataDir } from '${join(import.meta.dirname, 'data-dir-lock.ts')}'
      lockDataDir(${JSON.stringify(folder)}); console.log('locked'); process.stdin.resume()`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(() => lockDataDir(folder)).toThrow(OperatorError)
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockDataDir(folder)()
  })
})
