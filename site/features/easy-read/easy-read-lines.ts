import type { EasyRead } from '#records/easy-read.ts'

type Line = EasyRead['lines'][number]

/** Lines under one heading; the first section may have none. */
export interface EasySection {
  readonly heading: string | undefined
  readonly lines: readonly Line[]
}

/** The lines as sections: a line with a heading begins a new one. */
export function sectionsOf(lines: readonly Line[]): EasySection[] {
  const sections: { heading: string | undefined; lines: Line[] }[] = []
  for (const line of lines) {
    const open = sections.at(-1)
    if (open === undefined || line.heading !== undefined)
      sections.push({ heading: line.heading, lines: [line] })
    else open.lines.push(line)
  }
  return sections
}
