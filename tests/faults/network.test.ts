import { expect, it } from 'vitest'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { startFaultHelpdesk } from './fault-helpdesk.ts'
import { report } from './fault-table.ts'
import { openFaultyNetwork } from './faulty-network.ts'
import { inForm, seed } from './form.ts'
import { createPace } from './pace.ts'
import { bringPeople } from './people.ts'
import { createUnrulyLink } from './unruly-link.ts'

const stormMs = inForm({ short: 3500, long: 45_000 })

it.concurrent.each(['websocket', 'polling'] as const)(
  'a network that is slow, silent and cut off loses, doubles and misorders nothing (%s)',
  async (transport) => {
    const chance = chanceFrom(seed)
    const pace = createPace(chance)
    const house = await startFaultHelpdesk({ navigators: 4 })
    const network = await openFaultyNetwork(house.helpdesk.port, chance, pace)
    try {
      const people = await bringPeople(house, { talks: 4, transport, pace, address: network.address })
      people.startWriting()
      await network.storm(stormMs)
      await people.finish()
      const counts = await people.count()
      const note = `${network.cut()} connections cut, ${people.resent()} sent again`
      report('network cut, silent, slow', `${house.engine}, ${transport}`, counts, note)
      people.close()
      expect(network.cut()).toBeGreaterThan(0)
      expect(counts).toMatchObject({ acknowledged: counts.sent, seen: counts.sent })
      expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0 })
    } finally {
      await network.close()
      await house.stop()
    }
  },
  300_000,
)

it.concurrent.each(['websocket', 'polling'] as const)(
  'packets that come twice, late, in another order or never lose, double and misorder nothing (%s)',
  async (transport) => {
    const chance = chanceFrom(seed)
    const pace = createPace(chance)
    const house = await startFaultHelpdesk({ navigators: 4 })
    try {
      const interference = createUnrulyLink(chance, pace)
      const people = await bringPeople(house, {
        talks: 4,
        transport,
        pace,
        interference,
        messageEveryMs: 1500,
      })
      people.startWriting()
      await pace.exactly(stormMs)
      await people.finish()
      const counts = await people.count()
      const note = `${people.resent()} sent again by pages`
      report('packets repeated, jumbled', `${house.engine}, ${transport}`, counts, note)
      people.close()
      expect(counts).toMatchObject({ acknowledged: counts.sent, seen: counts.sent })
      expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0 })
    } finally {
      await house.stop()
    }
  },
  300_000,
)
