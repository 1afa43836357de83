import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readCounts, sumCounts } from './test-counts.ts'

describe('the number of tests', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-offer-counts-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  function report(value: object): string {
    const file = path.join(folder, 'report.json')
    writeFileSync(file, JSON.stringify(value))
    return file
  }

  it('is read from the report of vitest, a test that did not run counting as failed', () => {
    const file = report({ numTotalTests: 10, numPassedTests: 8, numFailedTests: 1, numPendingTests: 1 })
    expect(readCounts(file)).toEqual({ passed: 8, failed: 2 })
  })

  it('is read from the report of Playwright, a flaky or skipped test counting as failed', () => {
    const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1, duration: 3 } })
    expect(readCounts(file)).toEqual({ passed: 5, failed: 3 })
  })

  it('is nothing without a report', () => {
    expect(readCounts(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 })
  })

  it('adds up, and a step that failed is never forgotten', () => {
    const counts = { passed: 7, failed: 0 }
    expect(sumCounts([{ passed: true }, { passed: true, counts }])).toEqual({ passed: 8, failed: 0 })
    expect(sumCounts([{ passed: false }, { passed: false, counts }])).toEqual({ passed: 7, failed: 2 })
    expect(sumCounts([{ passed: false, counts: { passed: 7, failed: 3 } }])).toEqual({ passed: 7, failed: 3 })
  })
})
