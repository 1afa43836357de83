import { instantInWords } from '#platform/pages/instant-in-words.ts'
import type { RemoteStatus } from './remote-sync.ts'

/** How the content stands to the remote repository, for editors; null when all is well. */
export function remoteInWords({ changes, since, trouble }: RemoteStatus): string | null {
  if (trouble === null) return null
  if (changes === 0) return trouble.sentence
  const change = changes === 1 ? '1 change is' : `${changes} changes are`
  const what =
    since === null
      ? 'The content is not at the remote repository yet.'
      : `${change} not at the remote repository yet, since ${instantInWords(since)}.`
  return `${what} ${trouble.sentence} Everything is saved here, and the site shows it.`
}
