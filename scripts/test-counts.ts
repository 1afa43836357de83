import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests a step ran. A skipped test counts as failed: the project has none. */
export type Counts = { passed: number; failed: number }

const vitestReport = z.object({ numTotalTests: z.number(), numPassedTests: z.number() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** The counts that vitest's or Playwright's JSON report gives, or none when there is no report to read. */
export function readCounts(reportFile: string): Counts {
  if (!existsSync(reportFile)) return { passed: 0, failed: 0 }
  const report: unknown = JSON.parse(readFileSync(reportFile, 'utf8'))
  const vitest = vitestReport.safeParse(report)
  if (vitest.success) {
    const { numTotalTests, numPassedTests } = vitest.data
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests }
  }
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(report).stats
  return { passed: expected, failed: unexpected + flaky + skipped }
}

/** The sum over all steps: a step without a report of its own counts as one test, and a step that failed as a failed one. */
export function sumCounts(steps: readonly { passed: boolean; counts?: Counts | undefined }[]): Counts {
  const total = { passed: 0, failed: 0 }
  for (const { passed, counts } of steps) {
    total.passed += counts ? counts.passed : passed ? 1 : 0
    // A step that failed without a failed test (it crashed, say) is a failure still.
    total.failed += passed ? 0 : Math.max(1, counts?.failed ?? 0)
  }
  return total
}
