import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, deflate } from 'node:zlib'
import { errorCode } from '#platform/error-code.ts'

const compress = promisify(deflate)

/**
 * Writes objects as Git does: compressed, flushed to disk, and in their place only when they are complete. In this process,
 * since a save writes five of them and starting a program for each takes longer than all else.
 *
 * What stands there by itself is not written again, but counts as new from now. What is in a pack is written once more: the
 * care of the night may be throwing away a pack with something that nobody has needed for a long time, until now.
 */
export function createObjectWriter(gitDir: string): ObjectWriter {
  return async function write(type, content) {
    const body = typeof content === 'string' ? Buffer.from(content) : content
    const object = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body])
    const id = createHash('sha1').update(object).digest('hex')
    const folder = join(gitDir, 'objects', id.slice(0, 2))
    if (await freshen(join(folder, id.slice(2)))) return id
    // Under such a name Git knows what a crash left behind, and `git prune` removes it.
    const unfinished = join(folder, `tmp_obj_${randomUUID()}`)
    try {
      const file = await openInside(folder, unfinished)
      try {
        await file.writeFile(await compress(object, { level: constants.Z_BEST_SPEED }))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, join(folder, id.slice(2)))
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
    return id
  }
}

/** Git removes folders of objects that are empty, also the moment after one was made, and while one is looked for. */
async function openInside(folder: string, path: string): Promise<FileHandle> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await mkdir(folder, { recursive: true })
      return await open(path, 'wx', 0o444)
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' || attempt === mostAttempts) throw error
    }
  }
}

const mostAttempts = 10

/** Whether an object stands there; if so, its age begins anew. */
async function freshen(path: string): Promise<boolean> {
  const now = new Date()
  try {
    await utimes(path, now, now)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Gives the id of the object. */
export type ObjectWriter = (type: 'blob' | 'tree' | 'commit', content: string | Uint8Array) => Promise<string>
