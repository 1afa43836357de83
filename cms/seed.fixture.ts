import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exampleContent } from '#records/example-content.fixture.ts'

/** Writes content into a folder, from which a repository is filled: the example records unless told otherwise. */
export function writeSeed(
  folder: string,
  files: readonly { path: string; text: string }[] = exampleContent,
): string {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
