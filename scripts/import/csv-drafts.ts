import { CsvError, parse } from 'csv-parse/sync'
import { categories as categoryTerms, needs as needTerms } from '#records/taxonomy.ts'
import { serviceColumns } from '../../site/features/open-data/service-columns.ts'
import type { PresentRecord } from './content-folder.ts'
import {
  type Draft,
  defaultRoutes,
  type ImportSettings,
  idOf,
  type Reading,
  type Refusal,
  statedOnly,
  type Values,
} from './draft.ts'
import { ImportFault } from './import-fault.ts'
import { categoriesOf, needsOf } from './known-terms.ts'
import { StatedFacts } from './stated-facts.ts'

/**
 * Reads a CSV file with the columns of our own download (docs/open-data.md). Only `name`, `summary`, `categories` and
 * `provider` must be there. A row that cannot be taken is refused by its line; the others are taken.
 *
 * @param providers those of the content: a row may name one of them
 * @throws ImportFault when the file as a whole cannot be read
 */
export function draftsFromCsv(
  text: string,
  settings: ImportSettings,
  providers: ReadonlyMap<string, PresentRecord>,
): Reading {
  const providerIds = new Map(
    [...providers].map(([id, { data }]) => [String(data['name']).toLowerCase(), id]),
  )
  const drafts: Draft[] = []
  const refused: Refusal[] = []
  for (const row of rowsOf(text)) {
    const read = draftOf(row, settings, providerIds)
    if ('why' in read) refused.push(read)
    else drafts.push(read)
  }
  return { drafts, refused }
}

const needed = ['name', 'summary', 'categories', 'provider'] as const

type Cells = ReadonlyMap<string, string>

interface CsvRow {
  readonly line: number
  readonly cells: Cells
}

function draftOf(
  { line, cells }: CsvRow,
  settings: ImportSettings,
  known: ReadonlyMap<string, string>,
): Draft | Refusal {
  const cell = (name: string) => cells.get(name)
  const name = cell('name') ?? ''
  const refusal = (why: string) => ({ id: cell('id') ?? '', name, why: `line ${line}: ${why}` })
  const missing = needed.find((column) => cell(column) === undefined)
  if (missing !== undefined) return refusal(`“${missing}” is empty`)
  const unknown = unknownWords(cells)
  if (unknown !== undefined) return refusal(unknown)
  const facts = new StatedFacts()
  const providerName = cell('provider') ?? ''
  const categories = categoriesOf(termsIn(cell('categories')))
  const fields: Values = {
    ...textCells(cells, { name: 'name', summary: 'summary', notice: 'notice' }),
    kind: cell('kind') ?? 'Service',
    provider: providerIdOf(cell('provider_id'), providerName, settings, known),
    categories,
    status: cell('status') ?? 'open',
    whoFor: {
      needs: needsOf(termsIn(cell('needs'))),
      ...facts.ages(numberIn(cell('youngest_age')), numberIn(cell('oldest_age'))),
      ...textCells(cells, { whoCanUse: 'who_can_use', coverage: 'coverage' }),
    },
    gettingIt: gettingItOf(cells),
    when: { notes: cell('times_notes') },
    where: { delivery: listIn(cell('delivery')), places: placesOf(cells, facts) },
    contact: {
      telephone: facts.telephone([cell('telephone')]),
      email: facts.email(cell('email')),
      website: facts.website(cell('website')),
    },
    keywords: listIn(cell('keywords')),
    routes: defaultRoutes(categories, settings.routes),
    review: reviewOf(facts.day(cell('last_checked'), settings.today), settings.today),
    provenance: {
      kind: 'open-data',
      source: cell('source') ?? settings.source,
      licence: cell('licence') ?? settings.licence,
    },
  }
  const provider = {
    id: String(fields['provider']),
    fields: {
      name: providerName,
      description: cell('provider_description') ?? `Runs ${name}.`,
      source: settings.source,
    },
  }
  const postcode = facts.postcode(cell('postcode')) ?? ''
  const id = cell('id') ?? `${name}|${providerName}|${postcode}`.toLowerCase()
  return {
    ...{ id: idOf('service', settings.source, id), name, fields: statedOnly(fields) },
    ...{ body: cell('description') ?? '', provider, notes: facts.notes },
  }
}

function gettingItOf(cells: Cells): Values {
  const weeks = numberIn(cells.get('wait_weeks'))
  const measuredOn = cells.get('wait_measured_on')
  const free = cells.get('free')?.toLowerCase()
  return {
    howIn: listIn(cells.get('how_in')),
    ...textCells(cells, {
      howToApply: 'how_to_apply',
      eligibility: 'eligibility',
      whoDecides: 'who_decides',
    }),
    usualWait: weeks === undefined ? undefined : { weeks, measuredOn },
    free: free === undefined ? undefined : free === 'yes',
  }
}

function placesOf(cells: Cells, facts: StatedFacts): Values[] {
  const postcode = facts.postcode(cells.get('postcode'))
  if (postcode === undefined) return []
  const coordinates = facts.coordinates(numberIn(cells.get('latitude')), numberIn(cells.get('longitude')))
  const words = textCells(cells, { name: 'place_name', address: 'address', town: 'town' })
  return [{ key: 'main', ...words, postcode, ...coordinates }]
}

function reviewOf(checked: string | undefined, today: string): Values {
  return checked === undefined
    ? { lastChecked: today, checkedBy: 'nobody yet', nextDue: today }
    : { lastChecked: checked, checkedBy: 'the source' }
}

/** A provider by its id, by the name of one that is here, or a new one of that name. */
function providerIdOf(
  own: string | undefined,
  name: string,
  { source }: ImportSettings,
  known: ReadonlyMap<string, string>,
): string {
  if (own !== undefined) return idOf('provider', source, own)
  return known.get(name.toLowerCase()) ?? idOf('provider', source, name)
}

function unknownWords(cells: Cells): string | undefined {
  const lists = [
    ['categories', categoryTerms],
    ['needs', needTerms],
  ] as const
  for (const [column, terms] of lists) {
    const ids = terms.map(({ id }) => id)
    const labels = terms.map(({ label }) => label.toLowerCase())
    const stray = listIn(cells.get(column)).find(
      (word) => !ids.some((id) => id === word.toLowerCase()) && !labels.includes(word.toLowerCase()),
    )
    if (stray !== undefined) return `${column}: there is no “${stray}”. Use: ${ids.join(', ')}`
  }
  const numbers = ['youngest_age', 'oldest_age', 'wait_weeks', 'latitude', 'longitude']
  const stray = numbers.find((column) => cells.has(column) && numberIn(cells.get(column)) === undefined)
  if (stray !== undefined) return `${stray}: “${cells.get(stray)}” is not a number`
  const free = cells.get('free')
  return free === undefined || /^(yes|no)$/i.test(free) ? undefined : `free: “${free}” is neither yes nor no`
}

function rowsOf(text: string): CsvRow[] {
  const [header, ...rows] = linesOf(text)
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? []
  const absent = needed.filter((column) => !names.includes(column))
  if (absent.length > 0)
    throw new ImportFault(`The first line must name the columns. There is no “${absent.join('”, “')}”.`)
  const known = serviceColumns.map(({ name }) => name)
  const strange = names.find((name) => name !== '' && !known.includes(name))
  if (strange !== undefined)
    throw new ImportFault(`There is no column “${strange}”. Columns are: ${known.join(', ')}.`)
  return rows.map(({ line, cells }) => ({
    line,
    cells: new Map(
      names.flatMap((name, index) => {
        const stated = cells[index]?.trim().replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')
        return stated === undefined || stated === '' ? [] : [[name, stated] as const]
      }),
    ),
  }))
}

function linesOf(text: string): { line: number; cells: string[] }[] {
  try {
    const lines: { line: number; cells: string[] }[] = []
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines: line }) => {
        lines.push({ line, cells })
        return null
      },
    })
    return lines
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    const line = String(cause['lines'])
    throw new ImportFault(`Line ${line}: a quotation mark is in the wrong place or never closed.`, { cause })
  }
}

function textCells(cells: Cells, columns: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, cells.get(column)]))
}

function listIn(cell: string | undefined): string[] {
  return (cell ?? '').split(';').flatMap((word) => word.trim() || [])
}

function termsIn(cell: string | undefined) {
  return listIn(cell).map((name) => ({ name }))
}

function numberIn(cell: string | undefined): number | undefined {
  return cell === undefined || !/^-?\d+(\.\d+)?$/.test(cell) ? undefined : Number(cell)
}
