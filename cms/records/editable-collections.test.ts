import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { pathOf, recordDefinitions } from '#records/collections.ts'
import { decapConfig } from '../config.ts'
import { type RunningCms, startCms } from '../running-cms.fixture.ts'
import { readRecord } from './record-file.ts'

const contentDir = join(import.meta.dirname, '../../site/content')

let cms: RunningCms
beforeAll(async () => {
  cms = await startCms({ seedFrom: contentDir })
})
afterAll(() => cms.stop())

const opened = z.object({ data: z.string(), version: z.string() })
const config = decapConfig({
  actor: { accountId: 'e', role: 'editor', providerIds: [] },
  siteUrl: 'https://localoffer.example.org',
})

/** One record of a collection, and where it stands. */
function firstOf(collection: (typeof recordDefinitions)[number]['name'], extension: string) {
  const single = extension === 'yaml'
  const [file = ''] = single ? [`${collection}.yaml`] : readdirSync(join(contentDir, collection)).toSorted()
  const slug = file.slice(0, -extension.length - 1)
  const path = pathOf(collection, slug)
  return { slug, path, text: readFileSync(join(contentDir, path), 'utf8') }
}

it.each(recordDefinitions.map(({ name, extension }) => [name, extension] as const))(
  'lets an editor open %s, save it and find it unchanged',
  async (collection, extension) => {
    expect(config.collections.find(({ name }) => name === collection)).toMatchObject({ hide: false })
    const { slug, path, text } = firstOf(collection, extension)
    const entry = await cms.ask('editor', 'getEntry', { path })
    const { data, version } = opened.parse(entry.body)
    const options = { collectionName: collection, newEntry: false, useWorkflow: true }
    const dataFiles = [{ path, slug, raw: data }]
    const saved = await cms.ask('editor', 'persistEntry', { dataFiles, options, openedVersion: version })
    expect(saved).toMatchObject({ status: 200 })
    const draft = await cms.ask('editor', 'unpublishedEntryDataFile', { collection, slug, path })
    const stored = z.object({ data: z.string() }).parse(draft.body).data
    expect(readRecord(path, stored)).toEqual(readRecord(path, text))
  },
)
