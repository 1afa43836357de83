import type { Merge } from './merge.ts'

/** What an import did, row by row. It names no person and quotes no cell that may be personal. */
export interface Report {
  readonly files: readonly FileReport[]
  readonly services: number
  readonly providers: number
}

export interface FileReport {
  readonly file: string
  readonly rows: number
  readonly used: number
  readonly merged: readonly Merge[]
  readonly leftOut: readonly { readonly line: number; readonly name: string; readonly reason: string }[]
  /** Facts of used rows that were not carried over. */
  readonly omitted: readonly { readonly line: number; readonly name: string; readonly reason: string }[]
}

/** The report as text for a terminal. */
export function reportText({ files, services, providers }: Report): string {
  const table = files.map(
    ({ file, rows, used, merged, leftOut }) =>
      `${file.padEnd(38)}${[rows, used, merged.length, leftOut.length].map((count) => String(count).padStart(9)).join('')}`,
  )
  return [
    `${'file'.padEnd(38)}${['read', 'used', 'merged', 'left out'].map((word) => word.padStart(9)).join('')}`,
    ...table,
    ...section('Left out', files, ({ file, leftOut }) =>
      leftOut.map(({ line, name, reason }) => `${file}, line ${line}: ${name}: ${reason}.`),
    ),
    ...section('Merged', files, ({ file, merged }) =>
      merged.map(({ line, name, into }) => `${file}, line ${line}: ${name} is part of ${into}.`),
    ),
    ...section('Facts not carried over', files, ({ file, omitted }) =>
      omitted.map(({ line, name, reason }) => `${file}, line ${line}: ${name}: ${reason}.`),
    ),
    '',
    `${services} services and ${providers} providers.`,
  ].join('\n')
}

function section(
  title: string,
  files: readonly FileReport[],
  linesOf: (file: FileReport) => readonly string[],
): string[] {
  const lines = files.flatMap(linesOf)
  return lines.length === 0 ? [] : ['', title, ...lines]
}
