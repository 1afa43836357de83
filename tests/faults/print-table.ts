import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type FaultRow, faultTable } from './fault-table.ts'

/** Runs around all tests of faults, which have processes of their own: prints one table of what they counted. */
export default function printTableAtTheEnd(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'local-offer-faults-'))
  const file = join(folder, 'table.jsonl')
  writeFileSync(file, '')
  project.provide('faultTable', file)
  return () => {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    const rows: FaultRow[] = lines.map((line) => JSON.parse(line))
    if (rows.length > 0) console.log(`\n${faultTable(rows)}\n`)
    rmSync(folder, { recursive: true, force: true })
  }
}
