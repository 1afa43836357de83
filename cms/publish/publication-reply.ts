import { z } from 'zod'
import { isObjectId } from '../git/commits.ts'
import { type Actor, isEditor } from '../rights/rights.ts'
import { type ProgressParts, progressOf } from './progress.ts'
import { progressInWords } from './progress-in-words.ts'

/**
 * What `GET /api/cms/publication` answers: with `?commit=`, how far that change is; without, what is built now and, to
 * editors, that the last build failed and why.
 */
export async function publicationReply(parts: ProgressParts, actor: Actor, query: unknown) {
  const now = parts.publication()
  const asked = asking.safeParse(query)
  if (asked.success) {
    const progress = await progressOf(parts, asked.data.commit)
    return { state: now.state, progress: progress.is, ...progressInWords(progress, actor) }
  }
  const isFailure = now.state === 'failed' && isEditor(actor)
  return { state: now.state, failure: isFailure ? now.reason : null }
}

const asking = z.object({ commit: z.string().refine(isObjectId) })
