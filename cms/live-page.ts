import { isPaged, pathOfRecord } from '#records/record-page.ts'
import type { Place } from './records/place.ts'

/** The path of the page on the site that shows a record, or the list that it stands in; undefined for records of no page. */
export function livePagePath({ collection, slug }: Place): string | undefined {
  return isPaged(collection) ? pathOfRecord(collection, slug).replace(/#.*/, '') : otherPages[collection]
}

const otherPages: Readonly<Record<string, string>> = { objectives: '/plan/', glossary: '/glossary/' }
