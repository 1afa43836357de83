import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A reader of one file of the published site. It is read and parsed at the first call and again after a new release
 * was switched to, so what it gives always belongs to the site that people see.
 *
 * The reader throws `ReleaseFileError` when the file is missing or is not what was expected and it has read none before;
 * otherwise it keeps to the last one that it could read.
 *
 * @param releaseDir gives the folder of the current release; it may be a symbolic link that moves
 * @param path the file's path inside the release
 */
export function createReleaseFileReader<Parsed>(
  releaseDir: () => string,
  path: string,
  parse: (text: string) => Parsed,
): () => Parsed {
  let known: { folder: string; parsed: Parsed } | undefined
  return () => {
    try {
      const folder = realpathSync(releaseDir())
      if (known?.folder !== folder)
        known = { folder, parsed: parse(readFileSync(join(folder, path), 'utf8')) }
      return known.parsed
    } catch (cause) {
      // A release that was damaged or taken away must not silence the helpdesk: what was read last still holds.
      if (known) return known.parsed
      throw new ReleaseFileError(`The file ${path} of the built site cannot be used. Build the site again.`, {
        cause,
      })
    }
  }
}

/** A file that the build should have printed is missing or broken. */
export class ReleaseFileError extends Error {
  override readonly name = 'ReleaseFileError'
}
