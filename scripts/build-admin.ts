import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Bundles the browser part of the CMS into `dist/admin`: one page, one script, one style sheet, nothing from elsewhere.
 * Does nothing when neither our sources nor the installed packages have changed since the last time.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'cms/admin')
const target = join(root, 'dist/admin')
const stamp = join(target, 'built-from.txt')

const inputs = await fingerprint()
if ((await readFile(stamp, 'utf8').catch(() => '')) === inputs) {
  console.log('The CMS page is up to date.')
} else {
  await bundle()
  await writeFile(stamp, inputs)
  console.log('The CMS page is built: dist/admin.')
}

async function bundle(): Promise<void> {
  await rm(target, { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  await build({
    entryPoints: { admin: join(source, 'main.ts') },
    outdir: target,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'linked',
    logLevel: 'error',
    // Packages that Decap brings in were written for a bundler that knows these names.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    loader: { '.wasm': 'file', '.woff2': 'file' },
  })
  await copyFile(join(source, 'admin.html'), join(target, 'index.html'))
}

/** A line that changes when the page has to be built again. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = [
    ...(await filesIn(source)),
    // Checks and words that the page shares with the server.
    ...(await filesIn(join(root, 'site/records'))),
    ...(await filesIn(join(root, 'site/features/signed-in'))),
    ...(await filesIn(join(root, 'site/features/publication'))),
    ...(await filesIn(join(root, 'cms'))),
    ...(await filesIn(join(root, 'cms/drafts'))),
    ...(await filesIn(join(root, 'cms/records'))),
    ...(await filesIn(join(root, 'cms/pictures'))),
    ...(await filesIn(join(root, 'cms/postcodes'))),
    fileURLToPath(import.meta.url),
  ]
  for (const file of [...files, join(root, 'package-lock.json')]) hash.update(await readFile(file))
  return `${hash.digest('hex')}\n`
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .sort()
}
