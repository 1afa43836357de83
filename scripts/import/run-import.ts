import { resolve } from 'node:path'
import type { CategoryId } from '#records/taxonomy.ts'
import { slugOf } from '../import-trafford/naming.ts'
import { readContentFolder } from './content-folder.ts'
import { draftsFromCsv } from './csv-drafts.ts'
import type { Draft, ImportSettings, Reading, Refusal } from './draft.ts'
import { draftFromFeed } from './feed-draft.ts'
import { readFeed, servicesIn } from './feed-pages.ts'
import { readSourceFile } from './file-reader.ts'
import { ImportFault } from './import-fault.ts'
import { type ImportReport, reportOf } from './import-report.ts'
import { planImport } from './plan-import.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'
import { createWebReader, parsed, type ReadJson } from './web-reader.ts'
import { writeFiles } from './write-plan.ts'

/** What to import, from where and into which content folder. */
export interface ImportOrder {
  readonly kind: 'open-referral' | 'csv'
  /** The address of a feed, or a file. */
  readonly from: string
  readonly into: string
  /** Where snapshots are kept: `<dataDir>/imports`. */
  readonly dataDir: string
  readonly write: boolean
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly source?: string | undefined
  readonly licence?: string | undefined
  readonly fallbackCategory?: CategoryId | undefined
  readonly readJson?: ReadJson
}

/**
 * Imports services: reads all of the source, compares it with the content, and writes when told to. Nothing is written
 * when it fails.
 *
 * @throws ImportFault in one sentence
 */
export async function runImport(order: ImportOrder): Promise<ImportReport> {
  if (isWebAddress(order.from) && !URL.canParse(order.from))
    throw new ImportFault(`${order.from} is no web address. Write it as https://….`)
  const into = resolve(order.into)
  const content = readContentFolder(into)
  const source = order.source ?? usualName(order.from)
  const snapshotFile = resolve(order.dataDir, 'imports', `${slugOf(source) || 'source'}.json`)
  const snapshot = await readSnapshot(snapshotFile, source, into)
  const settings: ImportSettings = {
    ...{ source, routes: content.routes, today: order.today },
    licence: order.licence ?? 'Not stated by the source',
    fallbackCategory: order.fallbackCategory,
  }
  const reading =
    order.kind === 'csv'
      ? draftsFromCsv(await readSourceFile(order.from), settings, content.providers)
      : await readOpenReferral(order, settings)
  const plan = planImport(reading, content, snapshot)
  if (order.write) await writeFiles(into, plan.files, () => writeSnapshot(snapshotFile, plan.snapshot))
  return reportOf(source, plan.services, order.write)
}

async function readOpenReferral(order: ImportOrder, settings: ImportSettings): Promise<Reading> {
  const { services, unreadable } = isWebAddress(order.from)
    ? await readFeed(order.from, order.readJson ?? createWebReader())
    : { services: await servicesInFile(order.from), unreadable: [] }
  const drafts: Draft[] = []
  const refused: Refusal[] = [...unreadable]
  for (const service of services) {
    const read = draftFromFeed(service, settings)
    if ('why' in read) refused.push(read)
    else drafts.push(read)
  }
  return { drafts, refused }
}

async function servicesInFile(path: string): Promise<readonly unknown[]> {
  const page = servicesIn(parsed(await readSourceFile(path), path))
  if (page === undefined)
    throw new ImportFault(`${path} holds no services. Give a page of services, or a list of them.`)
  return page.items
}

function isWebAddress(from: string): boolean {
  return /^https?:\/\//i.test(from)
}

/** The host of an address without its port, or the name of a file. */
function usualName(from: string): string {
  if (isWebAddress(from)) return URL.parse(from)?.host ?? from
  return from.replace(/^.*[/\\]/, '').replace(/\.[a-z]+$/i, '')
}
