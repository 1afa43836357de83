/** `node scripts/import-trafford.ts <folder of the CSV files>`: writes the open data of Trafford into site/content. Run once. */
import path from 'node:path'
import { ImportFault } from './import-trafford/csv-table.ts'
import { importTrafford } from './import-trafford/import.ts'
import { reportText } from './import-trafford/report.ts'

if (import.meta.main) {
  const [csvFolder] = process.argv.slice(2)
  if (csvFolder === undefined) {
    console.error('Give the folder of the CSV files: node scripts/import-trafford.ts <folder>')
    process.exitCode = 2
  } else await run(csvFolder)
}

async function run(csvFolder: string): Promise<void> {
  try {
    const content = path.join(import.meta.dirname, '../site/content')
    console.log(reportText(await importTrafford(path.resolve(csvFolder), content)))
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error
    for (const sentence of error.sentences) console.error(sentence)
    console.error('Nothing was written.')
    process.exitCode = 1
  }
}
