import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { browserArguments, findBrowser } from '../../scripts/find-browser.ts'
import type { AuditResult } from './release-pages.ts'

/** What pa11y may overlook, each with the reason; empty is best. */
const ignores: { code: string; reason: string }[] = []

/**
 * What pa11y does not look at. It counts what axe cannot decide as a fault, and axe takes a drawing for a picture behind its
 * own words. The words of a chart have the page's ink on the page's ground, and stand in the table beside it too.
 */
const hidden = '.chart text'

/** Runs pa11y-ci (axe and HTML CodeSniffer, WCAG 2.1 AA) on some pages, two at once: about 1 s a page. */
export async function auditWithPa11y(origin: string, addresses: readonly string[]): Promise<AuditResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-offer-pa11y-'))
  try {
    const reportFile = path.join(folder, 'report.json')
    const configFile = path.join(folder, 'config.json')
    writeFileSync(configFile, JSON.stringify(configuration(origin, addresses, reportFile)))
    const output = await runPa11y(configFile)
    return {
      audit: 'pa11y-ci',
      pages: addresses.length,
      faults: readReport(reportFile, output, origin, addresses.length),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function configuration(origin: string, addresses: readonly string[], reportFile: string): object {
  return {
    defaults: {
      standard: 'WCAG2AA',
      runners: ['axe', 'htmlcs'],
      concurrency: 2,
      // A tab for each page is enough: nothing is pressed, and a browser profile for each costs as much as the audit.
      useIncognitoBrowserContext: false,
      timeout: 60_000,
      ignore: ignores.map(({ code }) => code),
      hideElements: hidden,
      reporters: [['json', { fileName: reportFile }]],
      chromeLaunchConfig: { executablePath: findBrowser(), args: browserArguments() },
    },
    // Objects, not strings: with strings, pa11y-ci lets runs side by side share one configuration (its issue 354).
    urls: addresses.map((address) => ({ url: origin + address })),
  }
}

/** pa11y-ci ends with 2 when it found something: its report says what. */
function runPa11y(configFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('pa11y-ci', ['--config', configFile], { stdio: ['ignore', 'pipe', 'pipe'] })
    const output: string[] = []
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => output.push(chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => output.push(chunk))
    child.on('error', reject)
    child.on('close', () => resolve(output.join('')))
  })
}

const reportSchema = z.object({
  total: z.number(),
  results: z.record(
    z.string(),
    z.array(
      z.looseObject({ code: z.string().optional(), message: z.string(), selector: z.string().optional() }),
    ),
  ),
})

function readReport(file: string, output: string, origin: string, pages: number): AuditResult['faults'] {
  const report = reportSchema.safeParse(readJson(file))
  if (!report.success) throw new Error(`pa11y-ci gave no report: ${output.trim()}`)
  if (report.data.total !== pages)
    throw new Error(`pa11y-ci looked at ${report.data.total} of ${pages} pages.`)
  return Object.entries(report.data.results).flatMap(([url, issues]) =>
    issues.map(({ code, message, selector }) => ({
      page: url.replace(origin, ''),
      message: [code, message, selector].filter(Boolean).join(': '),
    })),
  )
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    return cause
  }
}
