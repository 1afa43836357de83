import { type BrowseList, categoryLists, needLists } from '../find-services/browse-lists.ts'
import { onceABuild } from '../records/once-a-build.ts'
import { listServices } from '../records/site-records.ts'

/** The lists of services by category and by need, made once for all guides that name a subject. */
export const subjectLists: () => Promise<readonly BrowseList[]> = onceABuild(async () => {
  const services = await listServices()
  return [...categoryLists(services), ...needLists(services)]
})
