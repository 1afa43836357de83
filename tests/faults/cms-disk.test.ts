import { expect, it, vi } from 'vitest'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { countContent, whatIsUnclear } from './count-content.ts'
import { startFaultCms } from './fault-cms.ts'
import { bringEditor } from './fault-editor.ts'
import { report } from './fault-table.ts'
import { inForm, seed } from './form.ts'
import { createPace } from './pace.ts'
import { createSmallDisk } from './small-disk.ts'

const fullMs = inForm({ short: 2000, long: 10_000 })
const patience = { timeout: 120_000, interval: 50 }

it('a full disk loses no change; editors read a plain sentence; with room again the CMS goes on by itself', async () => {
  const disk = createSmallDisk()
  if (disk.kind !== 'tmpfs') {
    disk.remove()
    const none = { sent: 0, acknowledged: 0, seen: 0, lost: 0, doubled: 0, misordered: 0 }
    return report('CMS: disk full', 'sqlite, git', none, 'not played: only root may mount a small disk')
  }
  const pace = createPace(chanceFrom(seed))
  const cms = await startFaultCms({ editors: 3, dataDir: disk.folder })
  try {
    const editors = await Promise.all(
      cms.editors.map((cookie, index) => bringEditor({ url: cms.url, cookie, slug: `club-${index}` })),
    )
    let isOver = false
    const working = editors.map(async (editor) => {
      while (!isOver) await editor.work(() => pace.exactly(20))
    })
    const saves = () => editors.reduce((sum, { saved }) => sum + saved.length, 0)
    const refusals = () => editors.flatMap((editor) => editor.refusals).filter(({ status }) => status >= 500)
    await vi.waitUntil(() => saves() > 5, patience)
    disk.fill()
    await vi.waitUntil(() => refusals().length > 3, patience)
    await pace.exactly(fullMs)
    expect(cms.isRunning()).toBe(true)
    disk.makeRoom()
    const stood = saves()
    await vi.waitUntil(() => saves() > stood + 5, patience)
    isOver = true
    await Promise.all(working)
    const counts = countContent(cms, editors)
    report('CMS: disk full', 'sqlite, git', counts, `${disk.kind}, ${refusals().length} refused`)
    expect(new Set(refusals().map(({ error }) => error))).toEqual(
      new Set([
        'There is no room left where the CMS keeps its pages. Nothing was changed. Tell the people who run the site.',
      ]),
    )
    expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0, seen: counts.acknowledged })
    await vi.waitUntil(() => whatIsUnclear(cms).length === 0, patience)
  } finally {
    await cms.stop()
    disk.remove()
  }
}, 300_000)
