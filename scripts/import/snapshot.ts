import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { ImportFault } from './import-fault.ts'

/** What the last import of a source brought: the next one sees by it what people have changed since. */
const snapshotSchema = z.object({
  source: z.string(),
  /** The content folder that it was written into. */
  into: z.string(),
  services: z.record(z.string(), z.object({ fields: z.record(z.string(), z.unknown()), body: z.string() })),
  providers: z.record(z.string(), z.object({ fields: z.record(z.string(), z.unknown()) })),
})

export type Snapshot = z.output<typeof snapshotSchema>

/** The snapshot of a source; an empty one before its first import. @throws ImportFault when it cannot be used */
export async function readSnapshot(file: string, source: string, into: string): Promise<Snapshot> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && Reflect.get(cause, 'code') === 'ENOENT') return undefined
    throw new ImportFault(`The file ${file} cannot be read. Give this user the right to read it.`, { cause })
  })
  if (text === undefined) return { source, into, services: {}, providers: {} }
  const snapshot = parsedSnapshot(text, file)
  if (snapshot.into !== into)
    throw new ImportFault(
      `“${source}” was imported into ${snapshot.into} before. Use that folder, or name this source otherwise with --source.`,
    )
  return snapshot
}

/** Writes a snapshot; a reader sees the old one or the new one, never a part. */
export async function writeSnapshot(file: string, snapshot: Snapshot): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, `${JSON.stringify(snapshot, null, 1)}\n`)
  await rename(`${file}.new`, file)
}

function parsedSnapshot(text: string, file: string): Snapshot {
  try {
    return snapshotSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new ImportFault(
      `The file ${file} is damaged. Bring it back from a backup, or remove it to start anew.`,
      {
        cause,
      },
    )
  }
}
