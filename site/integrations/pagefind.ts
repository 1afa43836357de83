import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex } from 'pagefind'

/** Makes the search index of the finished pages, in `/pagefind/`. Only pages with `data-pagefind-body` are in it. */
export function pagefind(): AstroIntegration {
  return {
    name: 'pagefind',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        try {
          const pages = await indexPages(fileURLToPath(dir))
          logger.info(`${pages} pages read for the search`)
        } finally {
          await close()
        }
      },
    },
  }
}

async function indexPages(path: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(', ')}`)
  const { page_count, errors: indexing } = await index.addDirectory({ path })
  if (indexing.length > 0) throw new Error(`Pages could not be indexed: ${indexing.join(', ')}`)
  const { files, errors: reading } = await index.getFiles()
  if (reading.length > 0) throw new Error(`The search index could not be read: ${reading.join(', ')}`)
  for (const file of files.filter(({ path: name }) => isNeeded(name))) {
    const target = join(path, 'pagefind', file.path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, file.content)
  }
  return page_count
}

/** Pagefind brings interfaces of its own; our results page needs none of them, nor a worker. */
function isNeeded(name: string): boolean {
  return !/(^|\/)pagefind-(ui|modular-ui|component-ui|highlight|worker)\.(js|css)$/.test(name)
}
