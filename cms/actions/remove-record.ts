import { recordAt } from '#records/collections.ts'
import { type ActionContext, authorOf } from '../action-context.ts'
import { checkContentPath } from '../git/content-path.ts'
import { mainOf, mainRef } from '../git/main-branch.ts'
import { messageOf } from '../records/content-check.ts'
import { subjectOf } from '../records/place.ts'
import { invalid, notAllowed, notFound } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import { rememberDeed } from './remember-deed.ts'

/**
 * Takes away one published record. Gives the commit.
 *
 * @throws CmsRefusal when they may not, when it is not there, or when something published still names it
 */
export async function removeRecord(context: ActionContext, path: string): Promise<string> {
  const place = recordAt(checkContentPath(path))
  if (!place) throw notFound()
  const commit = await context.repository.writing(async () => {
    const main = await mainOf(context.repository)
    const record = await context.records.at(main, path)
    if (!record) throw notFound()
    if (!may(context.actor, 'delete', record.facts)) throw notAllowed()
    const problems = await context.check.ofChange(main, { path, text: null })
    if (problems.length > 0) throw invalid(messageOf(problems, path))
    const removed = await context.repository.commit({
      parents: [main],
      changes: [{ path, blob: null }],
      author: authorOf(context.actor),
      message: `Remove ${subjectOf(place)}`,
      at: context.clock(),
    })
    await context.repository.updateRefs([{ ref: mainRef, from: main, to: removed }])
    return removed
  })
  context.onPublish(commit)
  await rememberDeed(context, 'delete', place, { commit })
  return commit
}
