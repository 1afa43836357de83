/**
 * `npm run check-links [-- --list]`: opens every web address outside the site that the content in `CONTENT_DIR` (default
 * `site/content`) names, and says which do not open, and in which files they stand. Needs the network; `--list` only
 * lists them. Ends with code 1 when a link is broken.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { recordDefinitions } from '#records/collections.ts'
import { outsideLinks } from './check-links/outside-links.ts'
import { tryLink } from './check-links/try-link.ts'
import { rawRecords } from './report/stored-records.ts'

const contentDir = resolve(process.env['CONTENT_DIR'] || join(import.meta.dirname, '../site/content'))
const { values } = parseArgs({ options: { list: { type: 'boolean' } } })

const links = outsideLinks(recordDefinitions.flatMap(({ name }) => rawRecords(contentDir, name)))
if (values.list === true) for (const [link, files] of links) console.log(`${link}  (${files.join(', ')})`)
else process.exitCode = (await brokenAmong(links)) > 0 ? 1 : 0

/** Asks ten servers at a time, and gives how many links are broken. */
async function brokenAmong(all: ReadonlyMap<string, readonly string[]>): Promise<number> {
  const waiting = [...all]
  let broken = 0
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [link, files] = next
      const answer = await tryLink(link, 20_000)
      if (answer.ok) continue
      broken += 1
      console.log(`${link}: ${answer.why}. In ${files.join(', ')}`)
    }
  }
  await Promise.all(Array.from({ length: 10 }, work))
  console.log(`${all.size} links, ${broken} broken`)
  return broken
}
