import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createObjectWriter } from './object-writer.ts'

let gitDir: string

beforeEach(() => {
  gitDir = mkdtempSync(join(tmpdir(), 'objects-'))
  mkdirSync(join(gitDir, 'objects'))
})

afterEach(() => rmSync(gitDir, { recursive: true }))

const idOf = (text: string) => createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex')

/** Texts whose objects all lie in the folder `00`. */
function textsOfOneFolder(count: number): string[] {
  const texts: string[] = []
  for (let number = 0; texts.length < count; number += 1)
    if (idOf(`text ${number}`).startsWith('00')) texts.push(`text ${number}`)
  return texts
}

it('stores everything while somebody removes empty folders, as Git does when it packs', async () => {
  const folder = join(gitDir, 'objects/00')
  const write = createObjectWriter(gitDir)
  const texts = textsOfOneFolder(60)
  let isWriting = true
  const removing = Array.from({ length: 3 }, async () => {
    while (isWriting) await rmdir(folder).catch(() => undefined)
  })
  const ids = await Promise.all(texts.map((text) => write('blob', text))).finally(() => {
    isWriting = false
  })
  await Promise.all(removing)
  expect(ids).toEqual(texts.map(idOf))
})
