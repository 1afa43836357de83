import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What the site is built from, besides its content and the packages. */
const siteSources = [
  'site',
  'public',
  'platform',
  'chat-server/protocol',
  'cms/publish',
  'scripts/build-site.ts',
  'scripts/built-from.ts',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** Copies what the site is built from into a root of its own, so that its build shares nothing with another. */
export async function copySiteRoot(root: string, folder: string): Promise<void> {
  const content = join(root, 'site/content')
  for (const source of siteSources) {
    await mkdir(dirname(join(folder, source)), { recursive: true })
    await cp(join(root, source), join(folder, source), {
      recursive: true,
      filter: (path) => path !== content,
    })
  }
  await linkPackages(root, folder)
}

/**
 * The bare project that the site is compared with: what Astro's own guide to content collections says, for the same
 * Markdown files. One collection, one page a file, one layout, no integration.
 */
export async function writeBareRoot(
  root: string,
  folder: string,
  services: readonly string[],
): Promise<void> {
  await mkdir(join(folder, 'src/content/services'), { recursive: true })
  for (const file of services) await cp(file, join(folder, 'src/content/services', basename(file)))
  for (const [path, text] of Object.entries(bareFiles)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await linkPackages(root, folder)
}

/** Packages are linked one by one: what Astro and Vite keep in `node_modules` stays in each root. */
async function linkPackages(root: string, folder: string): Promise<void> {
  const packages = join(root, 'node_modules')
  await mkdir(join(folder, 'node_modules'), { recursive: true })
  for (const name of await readdir(packages))
    if (name !== '.astro' && name !== '.vite')
      await symlink(join(packages, name), join(folder, 'node_modules', name))
}

const bareFiles = {
  'package.json': '{ "name": "bare", "private": true, "type": "module" }\n',
  'astro.config.mjs':
    "import { defineConfig } from 'astro/config'\nexport default defineConfig({ devToolbar: { enabled: false } })\n",
  'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

const services = defineCollection({
  loader: glob({ pattern: '*.md', base: './src/content/services' }),
  schema: z.object({ name: z.string(), summary: z.string() }),
})

export const collections = { services }
`,
  'src/layouts/Layout.astro': `---
const { title } = Astro.props
---
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
  </head>
  <body>
    <main><slot /></main>
  </body>
</html>
`,
  'src/pages/services/[slug].astro': `---
import { getCollection, render } from 'astro:content'
import Layout from '../../layouts/Layout.astro'

export async function getStaticPaths() {
  const services = await getCollection('services')
  return services.map((service) => ({ params: { slug: service.id }, props: { service } }))
}

const { service } = Astro.props
const { Content } = await render(service)
---
<Layout title={service.data.name}>
  <h1>{service.data.name}</h1>
  <p>{service.data.summary}</p>
  <Content />
</Layout>
`,
}
