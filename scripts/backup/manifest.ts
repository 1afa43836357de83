import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { OperatorError } from '../../platform/operator-error.ts'
import { stepsSchema } from './schema-steps.ts'

const manifestFile = 'backup.json'

const manifestSchema = z.object({
  /** how a backup is laid out; a new number when older programs could not read it */
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgres']),
  /** how far the database's tables had come */
  steps: stepsSchema,
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})

/** What a backup holds, in its `backup.json`. */
export type Manifest = z.output<typeof manifestSchema>

/** Writes down what `folder` holds, last of all, and sees to it that all of it is on the disk, for its owner’s eyes alone. */
export async function writeManifest(
  folder: string,
  about: Omit<Manifest, 'files' | 'format'>,
): Promise<Manifest> {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
  const files = []
  for (const path of paths) {
    await chmod(join(folder, path), 0o600)
    await flush(join(folder, path))
    files.push({
      path,
      bytes: (await stat(join(folder, path))).size,
      sha256: await sha256Of(join(folder, path)),
    })
  }
  const manifest: Manifest = { format: 1, ...about, files }
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 })
  for (const path of [join(folder, manifestFile), folder]) await flush(path)
  return manifest
}

/**
 * Reads what a backup says about itself, and checks each of its files against it.
 * @throws OperatorError when it is no backup, or is not as it was written
 */
export async function readCheckedManifest(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  for (const { path, sha256 } of manifest.files) {
    const found = await sha256Of(join(folder, path)).catch(() => undefined)
    if (found !== sha256)
      throw new OperatorError(
        `The backup ${folder} is damaged: its file ${path} is not as it was written. Use another backup.`,
      )
  }
  return manifest
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestFile), 'utf8')))
  } catch (cause) {
    throw new OperatorError(
      `The folder ${folder} is no backup that this program can read: name a folder that "npm run backup" made.`,
      { cause },
    )
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function flush(path: string): Promise<void> {
  const file = await open(path)
  await file.sync()
  await file.close()
}
