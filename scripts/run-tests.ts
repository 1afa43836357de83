/** Every check and every test, one after the other, each with its duration; scripts/test prepares and calls it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runStep, type Step } from './run-step.ts'
import { readCounts, sumCounts } from './test-counts.ts'

type TestStep = Step & {
  /** where the step writes how many tests it ran; a step without is one test */
  report?: string
}

/** @param folder a temporary folder for the reports and for the release that is built once, audited and tested */
function steps(folder: string): TestStep[] {
  const vitestFile = path.join(folder, 'vitest.json')
  const playwrightFile = path.join(folder, 'playwright.json')
  const release = { RELEASE_DIR: path.join(folder, 'release') }
  return [
    { name: 'checks', command: ['npm', 'run', '--silent', 'check'] },
    {
      name: 'unit, contract and fault tests',
      command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`],
      env: { FAULTS: 'short' },
      report: vitestFile,
      limitMinutes: 15,
    },
    { name: 'the site builds', command: ['npm', 'run', '--silent', 'build'], env: release },
    { name: 'page audits', command: ['npm', 'run', '--silent', 'audit'], env: release, limitMinutes: 20 },
    {
      name: 'Lighthouse',
      command: ['npm', 'run', '--silent', 'audit:lighthouse'],
      limitMinutes: 10,
    },
    {
      name: 'browser tests',
      command: ['playwright', 'test', '--reporter=list,json'],
      env: { ...release, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightFile },
      report: playwrightFile,
      limitMinutes: 20,
    },
  ]
}

async function runAll(): Promise<boolean> {
  const started = performance.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'local-offer-test-'))
  try {
    const results = []
    for (const { report, ...step } of steps(folder)) {
      const result = await runStep({ ...step, live: true })
      results.push({ ...result, counts: report ? readCounts(report) : undefined })
    }
    console.log('\n── result')
    for (const { name, passed, seconds, counts } of results) {
      const numbers = counts ? `: ${counts.passed} passed, ${counts.failed} failed` : ''
      console.log(`${passed ? '✔' : '✘'} ${name}${numbers} (${seconds.toFixed(1)} s)`)
    }
    console.log(`all of it took ${((performance.now() - started) / 60_000).toFixed(1)} minutes`)
    const total = sumCounts(results)
    console.log(`tests: ${total.passed} passed, ${total.failed} failed`)
    return total.failed === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (!(await runAll())) process.exitCode = 1
