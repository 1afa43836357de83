import { mkdir } from 'node:fs/promises'
import { soughtWords } from '../../chat-server/domain/search-words.ts'
import { type DatabaseOptions, openDatabase } from '../../platform/database/database.ts'
import { openStores, writeConversations } from './example-conversations.ts'
import { type Measurement, measured, percentile } from './measurement.ts'

const transcripts = 10_000
const rounds = 20
/** What is found everywhere, in some, in one, and nowhere; by beginnings too. */
const searches = ['school', 'taxi late', 'transp', 'family 7041', 'zebra']
const nobody = { accountId: 'nobody', isLead: true }
const all = { channel: null, navigatorId: null, tag: null, heldOnly: false, most: 31 }

/** How long a search among 10,000 transcripts takes, with the words around what it finds, and how long they take in. */
export async function searchTranscripts(
  place: DatabaseOptions,
  say: (line: string) => void,
): Promise<Measurement[]> {
  await mkdir(place.dataDir, { recursive: true })
  const database = await openDatabase(place)
  const engine = database.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'
  try {
    const stores = await openStores(database)
    await writeConversations(stores, {
      ...{ count: transcripts, messagesEach: 12, takenOfTen: 0, accountId: nobody.accountId },
    })
    const from = performance.now()
    while ((await stores.search.takeIn(1_000)) > 0) say(`${engine}: transcripts are taken in …`)
    const takenInMs = (performance.now() - from) / transcripts
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const typed of searches) {
        const started = performance.now()
        await stores.search.takeIn(300)
        const sought = soughtWords(typed)
        const found = await stores.search.find(sought, nobody, all)
        await Promise.all(found.map(({ id }) => stores.search.excerpt(id, sought)))
        times.push(performance.now() - started)
      }
    return [
      measured({
        ...{ name: `search of 10,000 transcripts, ${engine}, p95`, unit: 'ms' },
        ...{ value: percentile(times, 0.95), bar: { atMost: 300 } },
      }),
      measured({ name: `taking a transcript in, ${engine}`, value: takenInMs, unit: 'ms' }),
    ]
  } finally {
    await database.close()
  }
}
