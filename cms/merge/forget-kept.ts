import type { ContentRepository } from '../git/content-repository.ts'
import type { KeptTexts } from './kept-texts.ts'

/** How long a kept text waits for its writer's choice. */
export const keptDays = 30

/**
 * Takes away kept texts that nobody chose from within 30 days, and those of people whose account is gone. Gives how many
 * went.
 */
export async function forgetKeptTexts({
  repository,
  kept,
  nameOf,
  clock,
}: {
  repository: Pick<ContentRepository, 'writing' | 'updateRefs'>
  kept: KeptTexts
  nameOf: (accountId: string) => Promise<string | undefined>
  /** ms UTC */
  clock: () => number
}): Promise<{ forgotten: number }> {
  const oldest = clock() - keptDays * 24 * 60 * 60_000
  // Mostly there are none, and nobody's save has to wait for this.
  if ((await kept.all()).length === 0) return { forgotten: 0 }
  return repository.writing(async () => {
    let forgotten = 0
    for (const each of await kept.all()) {
      if (each.at >= oldest && (await nameOf(each.accountId)) !== undefined) continue
      await repository.updateRefs(kept.removalOf(each))
      forgotten += 1
    }
    return { forgotten }
  })
}
