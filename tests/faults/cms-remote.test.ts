import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { recordText } from '../../cms/running-cms.fixture.ts'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { countContent, whatIsUnclear } from './count-content.ts'
import { startFaultCms } from './fault-cms.ts'
import { bringEditor } from './fault-editor.ts'
import { report } from './fault-table.ts'
import { inForm, seed } from './form.ts'
import { createPace } from './pace.ts'

const rounds = inForm({ short: 1, long: 4 })
const troubleMs = inForm({ short: 800, long: 3000 })
const patience = { timeout: 60_000, interval: 100 }

it('a remote repository that is gone, slow, protected or moved on costs no change, and ends in step', async () => {
  const pace = createPace(chanceFrom(seed))
  const remote = createRemote()
  const cms = await startFaultCms({ editors: 3, env: { CONTENT_REMOTE: `file://${remote.folder}` } })
  try {
    const editors = await Promise.all(
      cms.editors.map((cookie, index) => bringEditor({ url: cms.url, cookie, slug: `club-${index}` })),
    )
    const published = () => editors.reduce((sum, editor) => sum + editor.published.length, 0)
    let open = Promise.withResolvers<void>()
    open.resolve()
    let isOver = false
    const working = editors.map(async (editor) => {
      while (!isOver) await editor.work(() => open.promise)
    })
    const troubles = [remote.gone, remote.slow, remote.protected]
    for (let round = 0; round < rounds; round += 1)
      for (const trouble of troubles) {
        const end = trouble()
        const before = published()
        await pace.exactly(troubleMs)
        // Editors go on meanwhile.
        await vi.waitUntil(() => published() > before, patience)
        if (trouble === remote.slow) {
          open = Promise.withResolvers()
          await cms.kill(true)
          end()
          await cms.start()
          open.resolve()
        } else end()
        await vi.waitUntil(() => remote.changeElsewhere(), patience)
      }
    isOver = true
    await Promise.all(working)
    await editors[0]?.work(() => open.promise)
    await editors[0]?.work(() => open.promise)
    await editors[0]?.work(() => open.promise)
    await vi.waitUntil(() => remote.main() === cms.git('rev-parse', 'main'), patience)
    const counts = countContent(cms, editors)
    const elsewhere = remote.added.filter(
      (path) => !cms.git('ls-tree', '-r', '--name-only', 'main').includes(path),
    )
    report('CMS: remote repository', 'sqlite, git', counts, `${remote.added.length} changes from elsewhere`)
    expect(elsewhere).toEqual([])
    expect(whatIsUnclear(cms)).toEqual([])
    expect(remote.git('fsck', '--full', '--strict', '--no-dangling')).toBe('')
    expect(await healthOf(cms.url)).toBe('ok')
    expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0, seen: counts.acknowledged })
  } finally {
    await cms.stop()
    remote.remove()
  }
}, 600_000)

async function healthOf(url: string): Promise<string> {
  const health = await fetch(`${url}/api/health`)
  return z.object({ content: z.string() }).parse(await health.json()).content
}

/** A bare repository that can be taken away, slowed down, protected, and changed by somebody else. */
function createRemote() {
  const root = mkdtempSync(join(tmpdir(), 'local-offer-remote-'))
  const folder = join(root, 'remote.git')
  const added: string[] = []
  const run = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim()
  run('init', '--quiet', '--bare', '--initial-branch=main', folder)
  const git = (...args: string[]) => run('--git-dir', folder, ...args)
  const hook = join(folder, 'hooks/pre-receive')

  function withHook(script: string): () => void {
    mkdirSync(join(folder, 'hooks'), { recursive: true })
    writeFileSync(hook, `#!/bin/sh\n${script}\n`)
    chmodSync(hook, 0o755)
    return () => rmSync(hook)
  }

  return {
    ...{ folder, added, git },
    main: () => git('rev-parse', 'main'),
    gone() {
      renameSync(folder, `${folder}.away`)
      return () => renameSync(`${folder}.away`, folder)
    },
    slow: () => withHook('sleep 2'),
    protected: () => withHook('exit 1'),

    /** Somebody adds a service; false when somebody else was quicker. */
    changeElsewhere(): boolean {
      const checkout = mkdtempSync(join(root, 'checkout-'))
      const path = `services/elsewhere-${added.length}.md`
      const inside = (...args: string[]) => run('-C', checkout, ...args)
      try {
        inside('clone', '--quiet', folder, '.')
        const fields = { ...exampleService, id: randomUUID(), name: `Elsewhere ${added.length}` }
        writeFileSync(join(checkout, path), recordText(fields, 'Come and play.\n'))
        inside('add', '.')
        const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org']
        inside(...who, 'commit', '--quiet', '--message', 'Elsewhere')
        inside('push', '--quiet')
      } catch {
        return false
      }
      added.push(path)
      return true
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
