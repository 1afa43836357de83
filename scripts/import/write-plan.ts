import { access, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ContentFile } from '#records/read-content.ts'
import { ImportFault } from './import-fault.ts'

/**
 * Puts files into the content folder, all or none: they are written beside it first and moved in at the end, and when one
 * cannot be moved, those before it are put back as they were.
 *
 * @param last what belongs to them and is written when all are in place; when it fails, they are put back too
 * @throws ImportFault when nothing could be written
 */
export async function writeFiles(
  folder: string,
  files: readonly ContentFile[],
  last: () => Promise<void>,
): Promise<void> {
  const work = await mkdtemp(join(folder, '.import-')).catch((cause: unknown) => {
    throw notWritten(folder, cause)
  })
  const undo: (() => Promise<void>)[] = []
  try {
    for (const [index, { text }] of files.entries()) await writeFile(join(work, `new-${index}`), text)
    for (const [index, { path }] of files.entries()) {
      const place = join(folder, path)
      await mkdir(dirname(place), { recursive: true })
      if (await isThere(place)) {
        // A copy, so that the record is never missing, whenever the machine stops.
        await copyFile(place, join(work, `old-${index}`))
        undo.unshift(() => rename(join(work, `old-${index}`), place))
      } else undo.unshift(() => rm(place, { force: true }))
      await rename(join(work, `new-${index}`), place)
    }
    await last()
  } catch (cause) {
    for (const step of undo) await step()
    throw notWritten(folder, cause)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

function notWritten(folder: string, cause: unknown): ImportFault {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new ImportFault(`Nothing was written into ${folder}: ${why}.`, { cause })
}

function isThere(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  )
}
