import { createHash } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { AstroInlineConfig } from 'astro'
import { getViteConfig } from 'astro/config'
import { z } from 'zod'
import { programVersion } from '../cms/publish/program-version.ts'

/**
 * Bundles the program that draws previews into `dist/preview`, from the site's own pages and by Astro's own compiler. It
 * holds no content. Does nothing when the site's program has not changed since the last time.
 */
const root = join(import.meta.dirname, '..')
const target = join(root, 'dist/preview')
const growing = join(root, `dist/preview-${process.pid}`)

const nothing = '\0nothing'
// Not ours to depend on: Astro's own.
const ofAstro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'))

const source = createHash('sha256')
  .update(await programVersion(root))
  .update(await readFile(import.meta.filename))
  .digest('hex')
if ((await readFile(join(target, 'built-from.txt'), 'utf8').catch(() => '')) === source) {
  console.log('The pages for previews are up to date.')
} else {
  await bundle()
  await writeFile(join(growing, 'built-from.txt'), source)
  await rm(target, { recursive: true, force: true })
  await rename(growing, target)
  console.log('The pages for previews are built: dist/preview.')
}

async function bundle(): Promise<void> {
  // Sources and settings of the site, without what only a build of pages needs: checks, search, open data.
  const config = { ...(await siteConfig()), root, configFile: false as const, integrations: [] }
  const withAstro = getViteConfig(
    {
      plugins: [standIns()],
      logLevel: 'error',
      build: {
        ssr: 'site/preview/main.ts',
        outDir: growing,
        copyPublicDir: false,
        target: 'node24',
        reportCompressedSize: false,
        rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: 'parts/[name]-[hash].js' } },
      },
      // Nothing is looked up among the packages at run time, but the parser, which is a native program.
      ssr: { noExternal: true, external: ['satteri'] },
    },
    config,
  )
  const { build } = z
    .object({ build: z.custom<(config: object) => Promise<unknown>>() })
    .parse(await import(ofAstro.resolve('vite')))
  await build({ ...(await withAstro({ mode: 'production', command: 'build' })), configFile: false })
}

async function siteConfig(): Promise<AstroInlineConfig> {
  const module: unknown = await import(join(root, 'astro.config.mjs'))
  return z.object({ default: z.custom<AstroInlineConfig>() }).parse(module).default
}

/** Modules that stand in the place of others: records that are handed in, for files of a build. */
function standIns() {
  const ours = (name: string) => join(root, 'site/preview', name)
  const places: Readonly<Record<string, string>> = {
    'astro:content': ours('astro-content.ts'),
    'virtual:heading-ids': ofAstro.resolve('@astrojs/markdown-satteri'),
    './picture-files.ts': ours('preview-pictures.ts'),
    // A preview has no build around it: Astro's own word for that, which is taken out of place while it builds.
    '#astro-internal/ambient-manifest': join(
      dirname(ofAstro.resolve('astro/package.json')),
      'dist/core/manifest/ambient-source.js',
    ),
  }
  return {
    name: 'stand-ins',
    enforce: 'pre' as const,
    resolveId: {
      order: 'pre' as const,
      // Style sheets are those of the released page.
      handler: (id: string) => (id.endsWith('.css') ? nothing : places[id]),
    },
    load: { order: 'pre' as const, handler: (id: string) => (id === nothing ? '' : undefined) },
  }
}
