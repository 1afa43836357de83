import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, deflate } from 'node:zlib'
import type { ObjectReader } from './object-reader.ts'

const compress = promisify(deflate)

/**
 * Writes objects as Git does: compressed, flushed to disk, and in their place only when they are complete. In this process,
 * since a save writes five of them and starting a program for each takes longer than all else. What is there already is not
 * written again.
 */
export function createObjectWriter(gitDir: string, reader: Pick<ObjectReader, 'read'>): ObjectWriter {
  return async function write(type, content) {
    const body = typeof content === 'string' ? Buffer.from(content) : content
    const object = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body])
    const id = createHash('sha1').update(object).digest('hex')
    if (await reader.read(id)) return id
    const folder = join(gitDir, 'objects', id.slice(0, 2))
    await mkdir(folder, { recursive: true })
    // Under such a name Git knows what a crash left behind, and `git prune` removes it.
    const unfinished = join(folder, `tmp_obj_${randomUUID()}`)
    try {
      const file = await open(unfinished, 'wx', 0o444)
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

/** Gives the id of the object. */
export type ObjectWriter = (type: 'blob' | 'tree' | 'commit', content: string | Uint8Array) => Promise<string>
