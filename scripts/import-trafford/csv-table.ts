import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'

/** A row of a source file. `cell` gives the tidied text of a column, or `undefined` where nothing is stated. */
export interface Row<Column extends string = string> {
  /** Line in the file, counted from 1. */
  readonly line: number
  cell(column: Column): string | undefined
}

/** Something that stops the import: said in one sentence each, with the file and the line. */
export class ImportFault extends Error {
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[], options?: ErrorOptions) {
    super(sentences.join('\n'), options)
    this.name = 'ImportFault'
    this.sentences = sentences
  }
}

/**
 * Reads a CSV file of the folder and gives its rows.
 * @throws ImportFault when the file cannot be read, a column is missing or a row is broken
 */
export async function readTable<const Column extends string>(
  folder: string,
  file: string,
  columns: readonly Column[],
): Promise<Row<Column>[]> {
  return rowsOf(file, await readText(folder, file), columns)
}

/** The rows of a CSV text. See `readTable`. */
export function rowsOf<const Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): Row<Column>[] {
  const [header, ...lines] = splitText(file, text)
  if (header === undefined)
    throw new ImportFault([`${file}: the file is empty. It must start with column names.`])
  const places = new Map(header.cells.map((name, index) => [name.trim(), index]))
  const missing = columns.filter((column) => !places.has(column))
  if (missing.length > 0)
    throw new ImportFault([`${file}, line 1: the column "${missing.join('", "')}" is missing.`])
  const broken = lines.filter(({ cells }) => cells.length !== header.cells.length)
  if (broken.length > 0)
    throw new ImportFault(
      broken.map(
        ({ line, cells }) =>
          `${file}, line ${line}: the row has ${cells.length} columns, the first line has ${header.cells.length}. Correct the row.`,
      ),
    )
  return lines.map(({ line, cells }) => ({
    line,
    cell: (column) => stated(cells[places.get(column) ?? -1]),
  }))
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

function splitText(file: string, text: string): Line[] {
  try {
    const lines: Line[] = []
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
    throw new ImportFault(
      [`${file}, line ${String(cause['lines'])}: a quotation mark is in the wrong place or never closed.`],
      {
        cause,
      },
    )
  }
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(path.join(folder, file), 'utf8')
  } catch (cause) {
    throw new ImportFault([`${file}: the file cannot be read in ${folder}. Give the folder that holds it.`], {
      cause,
    })
  }
}

/** Blank cells and `NA` mean that nothing is stated. */
function stated(cell: string | undefined): string | undefined {
  const text = cell?.replace(/\s+/g, ' ').trim()
  return text === undefined || text === '' || text === 'NA' ? undefined : text
}
