import type { BrowseList } from '../find-services/browse-lists.ts'

/** What people look for most, as links into lists that hold something, at most eight. */
export function popularLists(categories: readonly BrowseList[], needs: readonly BrowseList[]): BrowseList[] {
  const all = [...categories, ...needs]
  return popular.flatMap((id) => all.filter(({ term }) => term.id === id)).slice(0, 8)
}

const popular = [
  'autism',
  'therapies',
  'short-breaks',
  'mental-health',
  'clubs-activities',
  'schools',
  'preparing-for-adulthood',
  'advice-support',
  'early-years',
  'health',
]
