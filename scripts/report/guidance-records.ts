import { type Coverage, coverageOf } from '#records/coverage.ts'
import { coveringService } from '#records/covering-service.ts'
import { coveringPage, type GuidancePage, guidancePage } from '#records/read-guidance.ts'
import { serviceRecord } from '#records/service.ts'
import { rawRecords, recordsOf } from './stored-records.ts'

/** Every guide, pathway and route in the folder. */
export function guidancePages(contentDir: string): GuidancePage[] {
  return (['guides', 'pathways', 'routes'] as const)
    .flatMap((collection) => rawRecords(contentDir, collection))
    .flatMap((raw) => guidancePage(raw) ?? [])
}

/** What the content in the folder answers of the law's list. */
export function coverageIn(contentDir: string): Coverage[] {
  return coverageOf(
    guidancePages(contentDir).map(coveringPage),
    recordsOf(contentDir, serviceRecord).map(coveringService),
  )
}
