import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'yaml'
import { areaRecord } from '#records/area.ts'

// Stands for the build of the site where a test starts many: a page for each record, slowly enough to be stopped half way.
// The first file and the last say of which content they are.

const contentDir = process.env['CONTENT_DIR'] ?? ''
const releaseDir = process.env['RELEASE_DIR'] ?? ''
const paths = readdirSync(contentDir, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(md|mdx|yaml)$/.test(path))
  .sort()
const texts = new Map(paths.map((path) => [path, readFileSync(join(contentDir, path), 'utf8')]))
const stamp = createHash('sha256')
  .update(JSON.stringify([...texts]))
  .digest('hex')

await print('first.txt', stamp)
for (const [path, text] of texts) await print(`${path}.txt`, text)
const records = paths
  .filter((path) => path.includes('/'))
  .map((path) => ({
    collection: path.split('/')[0],
    id: /^id: (.+)$/m.exec(texts.get(path) ?? '')?.[1],
    path,
  }))
await print('records.json', JSON.stringify(records))
await print('area.json', JSON.stringify(areaRecord.schema.parse(parse(texts.get('area.yaml') ?? ''))))
await print('shell/index.html', '<!DOCTYPE html><title>%%TITLE%%</title><main><!--%%BODY%%--></main>')
await print('404.html', 'Not found.')
await print('last.txt', stamp)

async function print(path: string, text: string): Promise<void> {
  const file = join(releaseDir, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  await pause(5)
}
