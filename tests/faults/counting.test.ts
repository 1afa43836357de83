import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import type { Interference } from '../support/talk.ts'
import type { FaultCounts } from './count-faults.ts'
import { seed } from './form.ts'
import { type HelpdeskUnderFire, startUnderFire } from './helpdesk-under-fire.ts'
import type { Lie } from './lying-database.ts'
import { createPace } from './pace.ts'
import { bringPeople } from './people.ts'

/** Counting that finds nothing proves something only when it finds what is there. */
describe.concurrent('counting finds', () => {
  it('what was acknowledged before COMMIT and lost with the process', async () => {
    const counts = await countWith({ lie: 'done before COMMIT', trouble: (fire) => fire.killAndRestart() })
    expect(counts.lost).toBeGreaterThan(0)
  }, 240_000)

  it('what was acknowledged and undone', async () => {
    const counts = await countWith({ lie: 'one in ten undone' })
    expect(counts.lost).toBeGreaterThan(0)
  }, 240_000)

  it('what was stored twice because a page forgot under which id it had sent', async () => {
    const forgetful: Interference = {
      hear: (hear) => hear,
      link: (link) => ({
        ...link,
        async send(clientMessageId, text) {
          await link.send(randomUUID(), text)
          return link.send(clientMessageId, text)
        },
      }),
    }
    const counts = await countWith({ interference: forgetful })
    expect(counts.doubled).toBeGreaterThan(0)
  }, 240_000)

  it('what a page was told is sent and never was', async () => {
    const swallowing: Interference = {
      hear: (hear) => hear,
      link: (link) => ({
        ...link,
        async send(clientMessageId, text) {
          if (text.includes('message 3 ')) return { ok: true, seq: 3, sentAt: 0 }
          return link.send(clientMessageId, text)
        },
      }),
    }
    const counts = await countWith({ interference: swallowing })
    expect(counts.lost).toBeGreaterThan(0)
  }, 240_000)

  it('nothing where nothing went wrong', async () => {
    const counts = await countWith({})
    expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0, seen: counts.sent })
  }, 240_000)
})

async function countWith(planted: {
  lie?: Lie
  interference?: Interference
  trouble?: (fire: HelpdeskUnderFire) => Promise<void>
}): Promise<FaultCounts> {
  const { interference, lie, trouble } = planted
  const dataDir = mkdtempSync(join(tmpdir(), 'local-offer-counting-'))
  const publicUrl = 'http://localhost:8080'
  const fire = await startUnderFire({ dataDir, databaseUrl: undefined, publicUrl, ...(lie && { lie }) })
  try {
    const people = await bringPeople(
      {
        ...{ engine: 'sqlite', address: fire.address, origin: publicUrl },
        navigators: ['session=sam', 'session=alex'],
      },
      {
        ...{
          talks: 2,
          transport: 'websocket',
          pace: createPace(chanceFrom(seed)),
          messageEveryMs: lie ? 400 : 60,
        },
        ...(interference && { interference }),
      },
    )
    people.startWriting()
    for (const enough of [5, 10]) {
      await vi.waitUntil(() => people.acknowledged() >= enough, { timeout: 120_000, interval: 1 })
      await trouble?.(fire)
    }
    await people.finish()
    const counts = await people.count()
    people.close()
    return counts
  } finally {
    await fire.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
