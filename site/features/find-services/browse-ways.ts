import type { ServiceEntry } from '../records/site-records.ts'
import { ageLists, type BrowseList, categoryLists, needLists, townLists } from './browse-lists.ts'

/** A way to browse services, each under `/services/<by>/`. */
interface BrowseWay {
  readonly by: string
  lists(services: readonly ServiceEntry[]): BrowseList[]
  /** The title of the list of a term, such as `Services in Sale`. */
  title(label: string): string
  /** Why the list may not hold all that fits, and where to look too. Nothing where it holds all. */
  readonly others?: { readonly why: string; readonly lookIn: string }
}

const everything = '/services/a-to-z/'

/** All ways to browse, pre-rendered, in the order of the page of services. */
export const browseWays: readonly BrowseWay[] = [
  { by: 'category', lists: categoryLists, title: (label) => label },
  {
    by: 'need',
    lists: needLists,
    title: (label) => `Services for: ${label}`,
    others: {
      why: 'These services say that they are for this need. Most others are for everyone, or do not say.',
      lookIn: '/services/',
    },
  },
  {
    by: 'age',
    lists: ageLists,
    title: (label) => `Services for ages: ${label}`,
    others: {
      why: 'These services say that they are for this age. Many others do not say.',
      lookIn: everything,
    },
  },
  {
    by: 'area',
    lists: townLists,
    title: (label) => `Services in ${label}`,
    others: {
      why: 'Other services come to your home, are online or are for the whole area.',
      lookIn: everything,
    },
  },
]
