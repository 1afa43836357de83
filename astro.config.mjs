import { resolve, sep } from 'node:path'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { brandStylesheet } from './site/integrations/brand-stylesheet.ts'
import { checkContentBeforeBuild } from './site/integrations/check-content.ts'
import { finishPages } from './site/integrations/finish-pages.ts'
import { openDataPages } from './site/integrations/open-data-pages.ts'
import { placeRelease } from './site/integrations/place-release.ts'

/** Where the records are, and where the finished site goes. The publisher sets both for every build. */
const contentDir = resolve(process.env.CONTENT_DIR || 'site/content')
const releaseDir = resolve(process.env.RELEASE_DIR || 'dist/site')

/** Where it is built: inside the checkout, whatever disk its place is on. */
const buildDir = releaseDir.startsWith(resolve('.') + sep) ? releaseDir : resolve('dist/release')

export default defineConfig({
  srcDir: './site',
  publicDir: './public',
  outDir: buildDir,
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  // Pages wait for the disk side by side.
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never', concurrency: 16 },
  logger: { entrypoint: './site/integrations/build-log.ts' },
  integrations: [
    checkContentBeforeBuild(contentDir),
    brandStylesheet(contentDir),
    mdx(),
    openDataPages(),
    finishPages(),
    // Last: nothing is there to be changed afterwards.
    placeRelease(releaseDir),
  ],
  markdown: { syntaxHighlight: false },
  vite: {
    // Nothing may be inlined: the content security policy allows scripts, styles and fonts of our own origin only.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks each guide with a directive of its own, which the bundler need not tell of 57 times.
        onLog(level, log, handle) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
        },
      },
    },
    define: { 'import.meta.env.CONTENT_DIR': JSON.stringify(contentDir) },
  },
})
