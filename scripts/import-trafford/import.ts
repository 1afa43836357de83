import { checkFile, sentenceOf } from '#records/check-content.ts'
import type { ContentFile } from '#records/read-content.ts'
import { childrensCentres } from './childrens-centres.ts'
import { communityHubs } from './community-hubs.ts'
import { ImportFault, readTable } from './csv-table.ts'
import { dentists } from './dentists.ts'
import type { Source } from './draft.ts'
import { foodBanks } from './food-banks.ts'
import { generalPractices } from './general-practices.ts'
import { gyms } from './gyms.ts'
import { leisureCentres } from './leisure-centres.ts'
import { libraries } from './libraries.ts'
import { mentalHealthServices } from './mental-health-services.ts'
import { mergeSame, type ReadRow } from './merge.ts'
import { pharmacies } from './pharmacies.ts'
import { type Postcodes, postcodeColumns, postcodesOf } from './places.ts'
import { recordFiles } from './records.ts'
import type { FileReport, Report } from './report.ts'
import { schools } from './schools.ts'
import { sportsClubs } from './sports-clubs.ts'
import { writeRecords } from './write-records.ts'

/** Every file of the import. Leisure centres come before gyms: a gym joins the centre that it belongs to. */
export const sources: readonly Source[] = [
  schools,
  generalPractices,
  dentists,
  pharmacies,
  libraries,
  leisureCentres,
  gyms,
  sportsClubs,
  childrensCentres,
  communityHubs,
  foodBanks,
  mentalHealthServices,
]

/**
 * Reads the open data of Trafford from a folder of CSV files and writes services and providers under the content root.
 * @throws ImportFault when a file cannot be read or holds a broken row; nothing is written then
 */
export async function importTrafford(csvFolder: string, contentFolder: string): Promise<Report> {
  const postcodes = postcodesOf(await readTable(csvFolder, 'trafford_postcodes.csv', postcodeColumns))
  const read: SourceRead[] = []
  const faults: string[] = []
  for (const source of sources) {
    try {
      read.push(await readSource(csvFolder, source, postcodes))
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error
      faults.push(...error.sentences)
    }
  }
  if (faults.length > 0) throw new ImportFault(faults)
  const { drafts, merges } = mergeSame(read.flatMap(({ rows }) => rows))
  const files = recordFiles(drafts)
  refuseFaulty(files)
  await writeRecords(contentFolder, files)
  return {
    files: read.map(({ report }) => withMerges(report, merges)),
    services: drafts.length,
    providers: files.length - drafts.length,
  }
}

interface SourceRead {
  readonly rows: readonly ReadRow[]
  readonly report: FileReport
}

async function readSource(folder: string, source: Source, postcodes: Postcodes): Promise<SourceRead> {
  const { file } = source.origin
  const table = await readTable(folder, file, source.columns)
  const outcomes = table.map((row) => ({ line: row.line, ...source.readRow(row, postcodes) }))
  const used = outcomes.flatMap((each) => ('draft' in each ? [each] : []))
  return {
    rows: used.map(({ line, draft }) => ({ file, line, draft })),
    report: {
      file,
      rows: table.length,
      used: used.length,
      merged: [],
      leftOut: outcomes.flatMap((each) =>
        'leftOut' in each ? [{ line: each.line, name: each.name, reason: each.leftOut }] : [],
      ),
      omitted: used.flatMap(({ line, draft, omitted }) =>
        omitted.map((reason) => ({ line, name: draft.name, reason })),
      ),
    },
  }
}

function withMerges(report: FileReport, merges: ReturnType<typeof mergeSame>['merges']): FileReport {
  const merged = merges.filter(({ file }) => file === report.file)
  return { ...report, merged, used: report.used - merged.length }
}

function refuseFaulty(files: readonly ContentFile[]): void {
  const problems = files.flatMap((file) => checkFile(file).found)
  if (problems.length > 0) throw new ImportFault(problems.map(sentenceOf))
}
