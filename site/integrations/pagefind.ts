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
          logger.info(`${pages} pages can be searched`)
        } finally {
          await close()
        }
      },
    },
  }
}

async function indexPages(path: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', includeCharacters: '' })
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(', ')}`)
  const { page_count, errors: indexing } = await index.addDirectory({ path })
  if (indexing.length > 0) throw new Error(`Pages could not be indexed: ${indexing.join(', ')}`)
  const { errors: writing } = await index.writeFiles({ outputPath: `${path}/pagefind` })
  if (writing.length > 0) throw new Error(`The search index could not be written: ${writing.join(', ')}`)
  return page_count
}
