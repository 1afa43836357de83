import { access, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type ContentFile, parseRecordFile } from '#records/read-content.ts'
import { ImportFault } from './csv-table.ts'

const folders = ['services', 'providers'] as const

/**
 * Puts the files in place of the imported services and providers under the content root. Examples stay as they are. All
 * is written beside first and swapped at the end, so that nothing is ever half written.
 * @throws ImportFault when a provider has written a record there: an import must not undo people's work
 */
export async function writeRecords(contentFolder: string, files: readonly ContentFile[]): Promise<void> {
  const kept = await keptFiles(contentFolder)
  const work = await mkdtemp(path.join(contentFolder, '.import-'))
  try {
    for (const folder of folders) await mkdir(path.join(work, 'new', folder), { recursive: true })
    for (const file of files) await writeFile(path.join(work, 'new', file.path), file.text)
    for (const file of kept) await cp(path.join(contentFolder, file), path.join(work, 'new', file))
    await mkdir(path.join(work, 'old'))
    await swap(contentFolder, work)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function swap(contentFolder: string, work: string): Promise<void> {
  const undo: [from: string, to: string][] = []
  const move = async (from: string, to: string) => {
    await rename(from, to)
    undo.unshift([to, from])
  }
  try {
    for (const folder of folders) {
      const place = path.join(contentFolder, folder)
      if (await exists(place)) await move(place, path.join(work, 'old', folder))
      await move(path.join(work, 'new', folder), place)
    }
  } catch (cause) {
    for (const [from, to] of undo) await rename(from, to)
    throw cause
  }
}

const someService = z.looseObject({ provenance: z.looseObject({ kind: z.string() }) })

/** Files that stay: example services, and the providers that run them. */
async function keptFiles(contentFolder: string): Promise<string[]> {
  const kept: string[] = []
  const refused: string[] = []
  for (const file of await recordsIn(contentFolder, 'services')) {
    const text = await readFile(path.join(contentFolder, file), 'utf8')
    const read = someService.safeParse(parseRecordFile({ path: file, text })?.data)
    const kind = read.data?.provenance.kind
    if (kind === 'example') kept.push(file)
    else if (kind !== 'open-data')
      refused.push(
        `${file}: its provider has written this record, so the import does not touch it. Move it away first.`,
      )
  }
  if (refused.length > 0) throw new ImportFault(refused)
  const examples = (await recordsIn(contentFolder, 'providers')).filter((file) => /\/example-/.test(file))
  return [...kept, ...examples]
}

async function recordsIn(contentFolder: string, folder: string): Promise<string[]> {
  const place = path.join(contentFolder, folder)
  if (!(await exists(place))) return []
  return (await readdir(place))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${folder}/${name}`)
}

async function exists(place: string): Promise<boolean> {
  return await access(place).then(
    () => true,
    () => false,
  )
}
