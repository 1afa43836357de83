import { expect, it } from 'vitest'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { countContent, whatIsUnclear } from './count-content.ts'
import { startFaultCms } from './fault-cms.ts'
import { bringEditor } from './fault-editor.ts'
import { report } from './fault-table.ts'
import { inForm, seed } from './form.ts'
import { createPace } from './pace.ts'

const kills = inForm({ short: 4, long: 30 })
/** How long it is under load before the next kill, at most. */
const longestLifeMs = 1500

it('a CMS that is killed again and again, while it saves and publishes, keeps every save it spoke of', async () => {
  const chance = chanceFrom(seed)
  const pace = createPace(chance)
  const cms = await startFaultCms({ editors: 4 })
  try {
    const editors = await Promise.all(
      cms.editors.map((cookie, index) => bringEditor({ url: cms.url, cookie, slug: `club-${index}` })),
    )
    let open = Promise.withResolvers<void>()
    let isOver = false
    const working = editors.map(async (editor) => {
      while (!isOver) await editor.work(() => open.promise)
    })
    for (let killed = 0; killed < kills; killed += 1) {
      open.resolve()
      await pace.exactly(chance.upTo(longestLifeMs))
      // Children that live on are what a crash of the program alone leaves; the machine's takes them along.
      await cms.kill(chance.upTo(2) === 0)
      open = Promise.withResolvers()
      // One in five is killed again while it starts.
      if (chance.upTo(5) === 0) {
        const starting = cms.start().catch(() => undefined)
        await pace.exactly(chance.upTo(longestLifeMs))
        await cms.kill(true)
        await starting
      }
      await cms.start()
      expect(whatIsUnclear(cms)).toEqual([])
    }
    isOver = true
    open.resolve()
    await Promise.all(working)
    const counts = countContent(cms, editors)
    const publications = editors.reduce((sum, { published }) => sum + published.length, 0)
    report('CMS: kill -9', 'sqlite, git', counts, `${kills} kills, ${publications} published`)
    expect(whatIsUnclear(cms)).toEqual([])
    expect(publications).toBeGreaterThan(0)
    expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0, seen: counts.acknowledged })
  } finally {
    await cms.stop()
  }
}, 900_000)
