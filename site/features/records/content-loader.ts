import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import { type CollectionName, pathOf } from '#records/collections.ts'
import { parseRecordFile } from '#records/read-content.ts'

/**
 * Loads one kind of record from the content folder, an entry a file, its slug as the entry's id. It reads files as
 * `checkContent` does, and begins anew each time: what Astro remembers of an earlier build, of this or another content
 * folder, never reaches a page. A wrong record is left out with a word of why: a build does not go on to pages when
 * `checkContent` has found one, and says so in its own sentences.
 */
export function recordsLoader(collection: CollectionName, contentDir: string): Loader {
  return {
    name: `records-${collection}`,
    load: async (context) => {
      const loadAll = async () => {
        context.store.clear()
        for (const path of globSync(pathOf(collection, '*'), { cwd: contentDir }).sort())
          await loadRecord(context, contentDir, path.split(sep).join('/')).catch((error: unknown) =>
            context.logger.warn(`Left out, because it is wrong: ${path}. ${String(error)}`),
          )
      }
      await loadAll()
      if (context.watcher !== undefined && existsSync(contentDir)) watch(context, contentDir, loadAll)
    },
  }
}

async function loadRecord(context: LoaderContext, contentDir: string, path: string): Promise<void> {
  const { store, config, generateDigest, parseData, renderMarkdown } = context
  const file = join(contentDir, path)
  const text = readFileSync(file, 'utf8')
  const record = parseRecordFile({ path, text })
  if (record === undefined || !isFields(record.data)) return
  const { slug: id, body } = record
  const data = await parseData({ id, data: record.data, filePath: file })
  const digest = generateDigest(`${file}\n${text}`)
  const entry = { id, data, body, digest }
  if (path.endsWith('.mdx')) {
    const filePath = relative(fileURLToPath(config.root), file).split(sep).join('/')
    store.set({ ...entry, filePath, deferredRender: true })
  } else if (body === '') store.set(entry)
  else store.set({ ...entry, rendered: await renderMarkdown(body) })
}

function watch({ watcher }: LoaderContext, contentDir: string, loadAll: () => Promise<void>): void {
  watcher?.add(contentDir)
  for (const event of ['add', 'change', 'unlink'] as const)
    watcher?.on(event, async (path) => {
      if (path.startsWith(contentDir)) await loadAll()
    })
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
