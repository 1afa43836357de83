import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { openTestStore } from './store.fixture.ts'
import { createThemes } from './themes.ts'

describeOnBothEngines('a theme', (databases) => {
  it('is made once, whoever makes it at the same moment and with whatever capitals', async () => {
    const place = await databases.place()
    const processes = [await databases.open(place), await databases.open(place)]
    for (const database of processes) await openTestStore(database)
    const titles = ['École', 'école', 'ÉCOLE', 'École']
    const ids = await Promise.all(
      processes.flatMap((database) => {
        const themes = createThemes({ db: database.kysely, clock: () => 1, newId: randomUUID })
        return titles.map((title) => database.write((trx) => themes.make(trx, title, 'sam')))
      }),
    )
    expect(new Set(ids).size).toBe(1)
  })
})
